// What a member chose on this browser. Everything has a default; nothing secret is kept here.

const defaults = {
  theme: 'dark', // dark, light, system
  contrast: 'system', // system, more
  motion: 'system', // system, less
  language: null, // en, fr; null: as the browser
  undoFrom: 100, // coins from which a send waits 5 s for an undo
  typeFrom: 5000, // coins from which the amount is typed
  recentGifts: [],
  favouriteGifts: [],
  lastForm: null,
  letters: true, // shortcuts of single letters
};
const look = new Set(['theme', 'contrast', 'motion']);

export function pref(name) {
  const text = localStorage.getItem(`cadeau.${name}`);
  if (text === null) return defaults[name];
  if (typeof defaults[name] === 'string' || name === 'language') return text;
  try {
    return JSON.parse(text);
  } catch {
    return defaults[name];
  }
}

export function setPref(name, value) {
  if (!(name in defaults)) throw new Error(`there is no preference ${name}`);
  localStorage.setItem(`cadeau.${name}`, typeof value === 'string' ? value : JSON.stringify(value));
  if (look.has(name)) dispatchEvent(new Event('cadeau:look'));
}
