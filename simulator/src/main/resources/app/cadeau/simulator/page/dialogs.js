/** Everything that lies over the page. */
import { make, words } from "./words.js";

const TOAST_MS = 4000;

export function toast(content) {
  const element = make("div", "c-DivToast", content);
  element.setAttribute("role", "status");
  document.querySelector(".c-DivToasts").append(element);
  setTimeout(() => element.remove(), TOAST_MS);
}

function dialog(title, content, ...buttons) {
  const box = make("div", "c-DivDialog", make("h3", "", title), make("p", "", content), make("div", "c-DivButtons", ...buttons));
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-modal", "true");
  const mask = make("div", "c-DivMask", box);
  document.body.append(mask);
  return mask;
}

function button(label, main, does) {
  const element = make("button", main ? "c-ButtonMain" : "c-ButtonPlain", label);
  element.onclick = does;
  return element;
}

/** One at a time of a kind. */
const shown = new Set();

function once(kind, title, content, label) {
  if (shown.has(kind)) {
    return;
  }
  shown.add(kind);
  const close = () => {
    shown.delete(kind);
    mask.remove();
  };
  const mask = dialog(title, content, button(words.later, false, close), button(label, true, close));
}

export const rechargeDialog = () => once("recharge", words.short, words.shortText, words.recharge);
export const calmDialog = () => once("calm", words.calm, words.calmText, words.ok);
export const userCard = (name) => once("card", name, "@" + name.toLowerCase().replace(/\W/g, ""), words.follow);
export const loginDialog = () => once("login", words.login, words.loginText, words.login);

/** What the platform wants to be read. */
export const notice = (title, content) => once("notice", title, content, words.ok);

/** A question before the first gift: only its Yes goes on. */
export function adultDialog(goOn) {
  const mask = dialog(words.areYou18, words.adult, button(words.no, false, () => mask.remove()), button(words.yes, true, () => {
    mask.remove();
    goOn();
  }));
}

/** Stands over the player until somebody says how old they are. */
export function ageGate(goOn) {
  const gate = make("div", "c-DivAgeGate", make("h2", "", words.ageTitle), make("p", "", words.ageText));
  const enter = button(words.goOn, true, () => {
    gate.remove();
    goOn();
  });
  gate.append(make("div", "c-DivButtons", button(words.back, false, () => history.back()), enter));
  document.querySelector(".c-SectionPlayer").append(gate);
}

/** Are you human? Only a person takes this away. */
export function challenge() {
  if (document.getElementById("captcha-verify-container")) {
    return;
  }
  const frame = make("iframe", "c-IframeVerify");
  frame.src = "/captcha/verify";
  frame.title = words.verify;
  const box = make("div", "c-DivDialog", make("h3", "", words.verify), make("p", "", words.verifyText), frame);
  box.setAttribute("role", "dialog");
  const mask = make("div", "c-DivMask captcha-verify-container", box);
  mask.id = "captcha-verify-container";
  const slider = make("input", "c-InputSlider");
  slider.type = "range";
  slider.value = "0";
  slider.onchange = () => slider.value > 60 && slider.value < 80 && mask.remove();
  box.append(slider);
  document.body.append(mask);
}

/** Something that lies over the whole gift area without being a dialog. */
export function cover(millis) {
  const element = make("div", "c-DivCover", make("span", "", "LIVE Fest"));
  document.querySelector(".c-MainLive").append(element);
  if (millis > 0) {
    setTimeout(() => element.remove(), millis);
  }
}
