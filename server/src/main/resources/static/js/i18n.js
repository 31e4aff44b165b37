// Texts, numbers and dates in the member's language. A translated element remembers its key, so that a switch of the
// language changes the page in place: no reload, nothing typed is lost.
import { pref, setPref } from './prefs.js';

export const languages = { en: 'English', fr: 'Français' };
const texts = { en: {}, fr: {} };
const asked = new Map();
const remembered = new WeakMap();
const listeners = new Set();
const attributes = { label: 'aria-label', placeholder: 'placeholder', title: 'title', content: 'content' };

export const language = () => (document.documentElement.lang in languages ? document.documentElement.lang : 'en');

async function load(name, lang) {
  const file = name ? `${name}.${lang}` : lang;
  if (!asked.has(file)) {
    asked.set(file, fetch(`/i18n/${file}.json`)
      .then(answer => (answer.ok ? answer.json() : {}))
      .then(found => Object.assign(texts[lang], found)));
  }
  return asked.get(file);
}

/** Reads the texts of the shell and of the named pages. */
export async function loadTexts(...names) {
  await Promise.all(['', ...names].map(name => load(name, language())));
}

/** The text of a key; {name} in it is replaced. Numbers and Dates come out as the language writes them. */
export function t(key, args = {}) {
  let text = texts[language()][key];
  if (text && typeof text === 'object') {
    text = text[new Intl.PluralRules(language()).select(Number(args.n ?? 0))] ?? text.other;
  }
  if (text === undefined) return key;
  return text.replaceAll(/\{(\w+)\}/g, (all, name) => (name in args ? shown(args[name]) : all));
}

export const has = key => key in texts[language()];

function shown(value) {
  if (typeof value === 'number') return number(value);
  return value instanceof Date ? date(value) : String(value ?? '');
}

export const number = (value, options) => new Intl.NumberFormat(language(), options).format(value);
export const date = (value, options = { dateStyle: 'medium', timeStyle: 'short' }) =>
  new Intl.DateTimeFormat(language(), options).format(new Date(value));
export const clock = value => date(value, { timeStyle: 'medium' });

/** 75 → "1 min 15 s". */
export function duration(seconds) {
  const all = Math.max(0, Math.round(seconds));
  const unit = (value, name) => number(value, { style: 'unit', unit: name, unitDisplay: 'short' });
  if (all < 60) return unit(all, 'second');
  if (all < 3600) return [unit(Math.floor(all / 60), 'minute'), all % 60 && unit(all % 60, 'second')].filter(Boolean).join(' ');
  return [unit(Math.floor(all / 3600), 'hour'), Math.floor(all / 60) % 60 && unit(Math.floor(all / 60) % 60, 'minute')].filter(Boolean).join(' ');
}

/** Puts a text into an element and remembers it for a switch of the language. */
export function say(element, key, args) {
  remembered.set(element, args);
  if (element.dataset.t !== key) element.dataset.t = key;
  const text = t(key, args);
  if (element.textContent !== text) element.textContent = text;
  return element;
}

/** The same for an attribute: label (aria-label), placeholder, title. */
export function sayAttribute(element, name, key) {
  element.dataset[`t${name[0].toUpperCase()}${name.slice(1)}`] = key;
  element.setAttribute(attributes[name], t(key));
}

/** Translates everything below an element again. */
export function translate(root = document) {
  for (const element of root.querySelectorAll('[data-t]')) say(element, element.dataset.t, remembered.get(element));
  for (const name of Object.keys(attributes)) {
    for (const element of root.querySelectorAll(`[data-t-${name}]`)) element.setAttribute(attributes[name], t(element.getAttribute(`data-t-${name}`)));
  }
}

export async function setLanguage(lang, names) {
  setPref('language', lang);
  document.documentElement.lang = lang;
  await Promise.all(['', ...names].map(name => load(name, lang)));
  translate();
  for (const listener of listeners) listener(lang);
}

/** Called after each switch: draw again what was formatted by hand. */
export const onLanguage = listener => listeners.add(listener);

export const storedLanguage = () => pref('language');
