// Which gift a tile shows: by picture, name and price together, out of what this LIVE's own list offers.

/** `known` are the gifts; the rest finds them fast, for a refused list leaves the whole catalogue as candidates. */
const gifts = {
  known: [], byWritten: new Map(), byPlain: new Map(), byAddress: new Map(), byFile: new Map(), byBare: new Map(),
};

function setGifts(list) {
  gifts.known = [];
  for (const index of [gifts.byWritten, gifts.byPlain, gifts.byAddress, gifts.byFile, gifts.byBare]) index.clear();
  for (const gift of list) add(gift);
  return { gifts: gifts.known.length };
}

function add({ id, name, coins, combo, pictures, locked }) {
  const gift = { id, name, coins, combo: combo ?? null, locked: locked || null };
  gifts.known.push(gift);
  put(gifts.byWritten, written(name), gift);
  put(gifts.byPlain, plain(name), gift);
  addPictures(gift, pictures);
  return gift;
}

function addPictures(gift, pictures) {
  for (const url of pictures ?? []) {
    put(gifts.byAddress, pictureAddress(url), gift);
    put(gifts.byFile, pictureFile(url), gift);
    put(gifts.byBare, sizeless(pictureFile(url)), gift);
  }
}

function put(index, key, gift) {
  if (key === '') return;
  const there = index.get(key) ?? new Set();
  index.set(key, there.add(gift));
}

/** Adds the gift that is asked for, when the LIVE's list was refused or does not have it. */
function remember(asked) {
  const old = gifts.known.find((gift) => gift.id === asked.id);
  if (!old) return add(asked);
  old.locked = asked.locked || old.locked;
  addPictures(old, asked.pictures);
  return old;
}

/** Path and query: the same picture is served by several hosts. */
function pictureAddress(url) {
  try {
    const parsed = new URL(url, location.href);
    return parsed.protocol === 'data:' ? url : parsed.pathname + parsed.search;
  } catch {
    return url;
  }
}

/**
 * The last part of the path without size suffix and ending: "…/eba3a9~tplv-obj.webp" reads "eba3a9". An address within
 * the query is the picture's own; else the file is empty when the query may say which picture it is.
 */
function pictureFile(url) {
  const path = pictureAddress(url);
  if (path.startsWith('data:')) return '';
  const inner = /[?&](?:u|url|src|image)=([^&]*%2f[^&]*)/i.exec(path);
  if (inner) return pictureFile(decodeURIComponent(inner[1]));
  if (/[?&](id|gift|gift_id|key|name|src|u|url)=/i.test(path)) return '';
  return path.split('?')[0].split('/').pop().split('~')[0].replace(/\.\w{2,5}$/, '').toLowerCase();
}

/** Without "@2x", "_100x100" or "-128w": only as good as one gift alone is called so. */
const sizeless = (file) => file.replace(/(@\d(\.\d)?x|[-_]\d{2,4}x\d{2,4}|[-_]\d{2,4}(w|px))$/, '');

/** Addresses of all pictures below an element, whether or not they are loaded. */
const picturesOf = (el) => seenOnce('pictures', el, () => readPictures(el));

const LAZY = /^data-.*(src|url|img|image|bg|background|original|lazy)/;

function readPictures(el) {
  const urls = [];
  for (const part of [el, ...every(el, '*')]) {
    const tag = part.localName;
    if (tag === 'img') urls.push(part.currentSrc, part.getAttribute('src'), ...inSet(part.getAttribute('srcset')));
    else if (tag === 'image') urls.push(part.getAttribute('href') ?? part.getAttribute('xlink:href'));
    else if (tag === 'source') urls.push(part.getAttribute('src'), ...inSet(part.getAttribute('srcset')));
    for (const { name, value } of part.attributes) {
      if (LAZY.test(name) && /[/.]/.test(value)) urls.push(...inSet(value));
    }
    const painted = getComputedStyle(part).backgroundImage;
    if (painted !== 'none') for (const [, url] of painted.matchAll(/url\("?([^")]+)"?\)/g)) urls.push(url);
  }
  return [...new Set(urls.filter(Boolean).map(pictureAddress))];
}

/** "a.png 1x, b.png 2x": the addresses. */
const inSet = (set) => (set ?? '').split(/,\s+|,(?=https?:|\/)/).map((part) => part.trim().split(/\s+/)[0]).filter(Boolean);

const found = (index, keys) => [...new Set(keys.flatMap((key) => [...(index.get(key) ?? [])]))];

/** Gifts that one of these pictures belongs to: by address, else by file, else by a file of another size. */
function byPicture(pictures) {
  const exact = found(gifts.byAddress, pictures);
  if (exact.length > 0) return exact;
  const files = pictures.map(pictureFile);
  const named = found(gifts.byFile, files);
  if (named.length > 0) return named;
  const sized = found(gifts.byBare, files.map(sizeless));
  return sized.length === 1 ? sized : [];
}

const calledExactly = (text) => found(gifts.byWritten, [written(text)]);

/** Gifts of exactly this name; else those that differ in signs only; else, when it ends in an ellipsis, those that begin so. */
function byName(text) {
  const exact = calledExactly(text);
  if (exact.length > 0) return exact;
  const alike = found(gifts.byPlain, [plain(text)]);
  return alike.length > 0 || !/(…|\.\.\.)\s*$/.test(text) ? alike : beginning(text);
}

function beginning(text) {
  const start = plain(text);
  return start.length < 2 ? [] : gifts.known.filter((gift) => plain(gift.name).startsWith(start));
}

/** Names that an element carries unseen: of its pictures, or its label. "Rose, 1 coin" says "Rose" too. */
const labelsOf = (el) => seenOnce('labels', el, () => {
  const labels = [];
  for (const part of [el, ...every(el, '[alt],[aria-label],[title]')]) {
    for (const key of ['alt', 'aria-label', 'title']) if (part.getAttribute(key)) labels.push(...partsOfLabel(part.getAttribute(key)));
  }
  return [...new Set(labels)];
});

/** The label, and what is left of it without its price: "Rose, 1 coin", "Rose (5)", "Rose 10 coins". */
function partsOfLabel(label) {
  const parts = label.split(/[,;:|·•\n()]|\s[-–—]\s/).map((part) => part.trim()).filter(Boolean);
  const before = /^(\D+?)\s+\d[\d\s.,'’]*\s*\p{L}*$/u.exec(label.trim());
  return [label, ...(parts.length > 1 ? parts : []), ...(before ? [before[1]] : [])];
}

/**
 * Who a tile is. `strength`: 3 name and picture agree, 2 picture, 1 name. Several gifts left is no answer: `ids` has them.
 * A name that is shown and belongs to no gift of the picture contradicts it.
 */
function identify({ pictures, names, labels, price }) {
  const pictured = byPicture(pictures);
  const called = calledIn(names, labels, pictured.length > 0);
  const both = pictured.filter((gift) => called.includes(gift));
  const strength = both.length > 0 ? 3 : pictured.length > 0 ? 2 : 1;
  const fits = both.length > 0 ? both : oneWitness(pictured, called, names);
  const priced = fits.filter((gift) => costs(price, gift.coins));
  const left = priced.length > 0 ? priced : fits;
  const sure = left.length === 1 && (priced.length === 1 || strength > 1);
  return { gift: sure ? left[0] : null, ids: sure ? [] : left.map((gift) => gift.id), strength };
}

/**
 * A name cut without an ellipsis counts only beside a picture; labels where no name is shown, or a name that is shown in
 * part fits several.
 */
function calledIn(names, labels, pictured) {
  const shown = [...new Set(names.flatMap(byName))];
  if (shown.length > 0) return shown.length === 1 ? shown : narrowed(shown, labels);
  const begun = pictured ? names.flatMap(beginning) : [];
  return begun.length > 0 ? begun : [...new Set(labels.flatMap(byName))];
}

function narrowed(shown, labels) {
  const labelled = labels.flatMap(calledExactly);
  const both = shown.filter((gift) => labelled.includes(gift));
  return both.length > 0 ? both : shown;
}

/** What picture or name say alone; nothing when they contradict each other. */
function oneWitness(pictured, called, names) {
  if (called.length === 0) return names.length === 0 ? pictured : [];
  return pictured.length === 0 ? called : [];
}
