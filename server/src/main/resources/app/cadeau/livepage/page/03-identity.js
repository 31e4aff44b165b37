// Which gift a tile shows: by picture, name and price together, out of what this LIVE's own list offers.

const gifts = { known: [] };

function setGifts(list) {
  gifts.known = list.map(knownGift);
  return { gifts: gifts.known.length };
}

const knownGift = ({ id, name, coins, combo, pictures }) => ({
  id, name, coins, combo: combo ?? null, written: written(name), plain: plain(name),
  pictures: new Set((pictures ?? []).map(pictureAddress)),
  files: new Set((pictures ?? []).map(pictureFile).filter((file) => file !== '')),
});

/** Adds the gift that is asked for, when the LIVE's list was refused or does not have it. */
function remember(gift) {
  const fresh = knownGift(gift);
  const old = gifts.known.find((known) => known.id === fresh.id);
  if (!old) gifts.known.push(fresh);
  else {
    for (const picture of fresh.pictures) old.pictures.add(picture);
    for (const file of fresh.files) old.files.add(file);
  }
  return old ?? fresh;
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

/** The last part of the path without size suffix and ending: "…/eba3a9~tplv-obj.webp" reads "eba3a9". */
function pictureFile(url) {
  const path = pictureAddress(url);
  if (path.startsWith('data:')) return '';
  return path.split('?')[0].split('/').pop().split('~')[0].replace(/\.\w{2,5}$/, '').toLowerCase();
}

/** Addresses of all pictures below an element, whether or not they are loaded. */
function picturesOf(el) {
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

/** Gifts that one of these pictures belongs to: by address, else by file, when files tell gifts apart. */
function byPicture(pictures) {
  const exact = gifts.known.filter((gift) => pictures.some((picture) => gift.pictures.has(picture)));
  if (exact.length > 0) return exact;
  const files = pictures.map(pictureFile).filter((file) => file !== '');
  return gifts.known.filter((gift) => files.some((file) => gift.files.has(file) && !sharedFile(file)));
}

/** True when several pictures of the list end alike ("image?id=1", "image?id=2"): then the file tells nothing. */
function sharedFile(file) {
  const addresses = new Set();
  for (const gift of gifts.known) {
    for (const picture of gift.pictures) if (pictureFile(picture) === file) addresses.add(picture.split('~')[0]);
  }
  return addresses.size > 1 && [...addresses].some((address) => address.includes('?'));
}

/** Gifts of exactly this name; else those that differ in signs only; else, when it ends in an ellipsis, those that begin so. */
function byName(text) {
  const exact = calledExactly(text);
  if (exact.length > 0) return exact;
  const alike = gifts.known.filter((gift) => gift.plain === plain(text) && gift.plain !== '');
  return alike.length > 0 || !/(…|\.\.\.)\s*$/.test(text) ? alike : beginning(text);
}

const calledExactly = (text) => gifts.known.filter((gift) => gift.written === written(text) && gift.written !== '');

function beginning(text) {
  const start = plain(text);
  return start.length < 2 ? [] : gifts.known.filter((gift) => gift.plain.startsWith(start));
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
  let called = names.flatMap(byName);
  if (called.length === 0 && pictured.length > 0) called = names.flatMap(beginning);
  if (called.length === 0) called = labels.flatMap((label) => byName(label));
  const both = pictured.filter((gift) => called.includes(gift));
  let fits = both;
  if (both.length === 0) fits = called.length === 0 ? (names.length === 0 ? pictured : []) : pictured.length === 0 ? called : [];
  const strength = both.length > 0 ? 3 : pictured.length > 0 ? 2 : 1;
  const priced = fits.filter((gift) => gift.coins === coins);
  if (priced.length > 0) fits = priced;
  fits = [...new Set(fits)];
  const sure = fits.length === 1 && (priced.length === 1 || strength > 1);
  return { gift: sure ? fits[0] : null, ids: sure ? [] : fits.map((gift) => gift.id), strength };
}
