// Which gift a tile shows: by picture, name and price together, out of what this LIVE's own list offers.

/** `known` are the gifts; the rest finds them fast, for a refused list leaves the whole catalogue as candidates. */
const gifts = { known: [], byWritten: new Map(), byPlain: new Map(), byAddress: new Map(), byFile: new Map() };

function setGifts(list) {
  gifts.known = [];
  for (const index of [gifts.byWritten, gifts.byPlain, gifts.byAddress, gifts.byFile]) index.clear();
  for (const gift of list) add(gift);
  return { gifts: gifts.known.length };
}

function add({ id, name, coins, combo, pictures }) {
  const gift = { id, name, coins, combo: combo ?? null };
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
 * The last part of the path without size suffix and ending: "…/eba3a9~tplv-obj.webp" reads "eba3a9". Empty when the
 * query may say which picture it is.
 */
function pictureFile(url) {
  const path = pictureAddress(url);
  if (path.startsWith('data:') || /[?&](id|gift|gift_id|key|name|src|u|url)=/i.test(path)) return '';
  return path.split('?')[0].split('/').pop().split('~')[0].replace(/\.\w{2,5}$/, '').toLowerCase();
}

/** Addresses of all pictures below an element, whether or not they are loaded. */
const picturesOf = (el) => seenOnce('pictures', el, () => readPictures(el));

function readPictures(el) {
  const urls = [];
  for (const part of [el, ...el.querySelectorAll('*')]) {
    if (part.tagName === 'IMG') urls.push(part.currentSrc, part.getAttribute('src'), part.getAttribute('data-src'));
    else if (part.tagName === 'image') urls.push(part.getAttribute('href'));
    else if (part.tagName === 'SOURCE') urls.push(part.getAttribute('srcset')?.trim().split(/\s+/)[0]);
    const painted = getComputedStyle(part).backgroundImage.match(/url\("?([^")]+)"?\)/);
    if (painted) urls.push(painted[1]);
  }
  return [...new Set(urls.filter(Boolean).map(pictureAddress))];
}

const found = (index, keys) => [...new Set(keys.flatMap((key) => [...(index.get(key) ?? [])]))];

/** Gifts that one of these pictures belongs to: by address, else by file. */
function byPicture(pictures) {
  const exact = found(gifts.byAddress, pictures);
  return exact.length > 0 ? exact : found(gifts.byFile, pictures.map(pictureFile));
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

/** Names that an element carries unseen: of its pictures, or its label. */
function labelsOf(el) {
  const labels = [];
  for (const part of [el, ...el.querySelectorAll('[alt],[aria-label],[title]')]) {
    for (const key of ['alt', 'aria-label', 'title']) if (part.getAttribute(key)) labels.push(part.getAttribute(key));
  }
  return labels;
}

/**
 * Who a tile is. `strength`: 3 name and picture agree, 2 picture, 1 name. Several gifts left is no answer: `ids` has them.
 * A name that is shown and belongs to no gift of the picture contradicts it.
 */
function identify({ pictures, names, labels, coins }) {
  const pictured = byPicture(pictures);
  const called = calledIn(names, labels, pictured.length > 0);
  const both = pictured.filter((gift) => called.includes(gift));
  const strength = both.length > 0 ? 3 : pictured.length > 0 ? 2 : 1;
  const fits = both.length > 0 ? both : oneWitness(pictured, called, names);
  const priced = fits.filter((gift) => gift.coins === coins);
  const left = priced.length > 0 ? priced : fits;
  const sure = left.length === 1 && (priced.length === 1 || strength > 1);
  return { gift: sure ? left[0] : null, ids: sure ? [] : left.map((gift) => gift.id), strength };
}

/** A name cut without an ellipsis counts only beside a picture; labels only where no name is shown. */
function calledIn(names, labels, pictured) {
  const shown = [...new Set(names.flatMap(byName))];
  if (shown.length > 0) return shown;
  const begun = pictured ? names.flatMap(beginning) : [];
  return begun.length > 0 ? begun : [...new Set(labels.flatMap(byName))];
}

/** What picture or name say alone; nothing when they contradict each other. */
function oneWitness(pictured, called, names) {
  if (called.length === 0) return names.length === 0 ? pictured : [];
  return pictured.length === 0 ? called : [];
}
