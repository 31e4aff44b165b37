// The designs (selectors/*.yaml) and what they say, all at once: named ones first, the generic one last.

const designs = { list: [], words: new Map(), languages: [], press: 'script' };

function setup({ designs: list, press }) {
  designs.list = list.map(readable);
  designs.press = press ?? 'script';
  if (designs.press === 'trusted') listenForMouse();
  designs.words.clear();
  forgetWatch();
  designs.languages = [];
  for (const design of list) {
    for (const [language, byKey] of Object.entries(design.words ?? {})) {
      if (!designs.languages.includes(language)) designs.languages.push(language);
      for (const [key, words] of Object.entries(byKey)) addWords(key, language, words);
    }
  }
  return { designs: list.map((design) => design.name), press: designs.press };
}

/** A design without the selectors that are none; they are told apart, for the doctor. */
function readable(design) {
  const selectors = {};
  const unreadable = [];
  for (const [key, list] of Object.entries(design.selectors ?? {})) {
    selectors[key] = list.filter((selector) => isSelector(selector));
    for (const selector of list) if (!isSelector(selector)) unreadable.push(`selectors.${key}: "${selector}" is no CSS selector`);
  }
  return { ...design, selectors, unreadable };
}

function isSelector(text) {
  try {
    return Boolean(document.createDocumentFragment().querySelectorAll(text));
  } catch {
    return false;
  }
}

function addWords(key, language, words) {
  const known = designs.words.get(key) ?? new Map();
  for (const word of words) known.set(plain(word), language);
  designs.words.set(key, known);
}

/** True when the whole text is one of the words of this key, in any language. */
const isWord = (key, text) => designs.words.get(key)?.has(plain(text)) ?? false;

/** The word of this key that the text contains as whole words, or null. */
function wordWithin(key, text) {
  const padded = ` ${plain(text)} `;
  for (const word of designs.words.get(key)?.keys() ?? []) if (padded.includes(` ${word} `)) return word;
  return null;
}

const languageOf = (key, text) => designs.words.get(key)?.get(plain(text)) ?? null;

/** Elements below `root` that a design's selectors name for this key, with the design's name. */
function named(key, root = document) {
  const found = [];
  for (const design of designs.list) {
    for (const selector of design.selectors?.[key] ?? []) {
      for (const el of every(root, selector)) found.push({ el, design: design.name, selector });
    }
  }
  return found;
}

/** Parts of the page where gifts are spoken of, but not offered: menus, chat, tray. */
function elsewhere(el) {
  for (const design of designs.list) {
    for (const selector of design.selectors?.elsewhere ?? []) if (closest(el, selector)) return true;
  }
  return false;
}

/** The innermost visible elements below `root` whose whole text, or label, is a word of this key. */
function saysWord(key, root) {
  const found = [];
  for (const run of runs(root)) if (isWord(key, run.text) && visible(run.el)) found.push(run.el);
  for (const el of every(root, '[aria-label],[title]')) {
    const label = el.getAttribute('aria-label') ?? el.getAttribute('title');
    if (isWord(key, label) && visible(el) && !found.some((other) => holds(el, other))) found.push(el);
  }
  return found;
}
