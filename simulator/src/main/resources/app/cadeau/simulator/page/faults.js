/** Which of the page's own faults strike. Rules count occasions of this browser context, over reloads too. */
import { orders } from "./api.js";

let rules = orders.rules;
const listeners = [];

export function setRules(newRules) {
  rules = newRules;
  listeners.forEach((listener) => listener());
}

export function whenRulesChange(listener) {
  listeners.push(listener);
}

function count(rule) {
  return Number(localStorage.getItem("rule." + rule.id) ?? 0);
}

/** A number from 0 to 1 that follows from the rule and the occasion alone. */
function chance(rule, occasion) {
  let hash = 2166136261;
  for (const letter of rule.id.split("-")[1] + ":" + occasion) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 2246822507);
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}

/** Counts one occasion of a place (page: a press; selection, touch, load); tells the rules that strike, by their fault. */
export function strikes(place) {
  const striking = new Map();
  for (const rule of rules.filter((one) => one.place === place)) {
    const occasion = count(rule) + 1;
    localStorage.setItem("rule." + rule.id, occasion);
    const lasting = rule.fault.startsWith("preset-") || rule.fault === "page-retries";
    const struck = rule.at ? (lasting ? occasion >= rule.at : occasion === rule.at) : chance(rule, occasion) < rule.chance;
    if (struck) {
      striking.set(rule.fault, rule);
    }
  }
  return striking;
}

export const pressed = () => strikes("page");

/** How many gifts the tile says a press sends, before it is made. */
export function presetShown() {
  const rule = rules.find((one) => one.fault === "preset-shown" && (!one.at || count(one) + 1 >= one.at));
  return rule ? rule.amount : 1;
}
