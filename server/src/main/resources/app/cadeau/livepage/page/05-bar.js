// The gift bar, its panel, More and the balance: all found from the tiles outwards, never from the page inwards.

/** Tiles in lists, each list with its place. Rows of chat or tray that look like tiles are in no list. */
const readGifts = () => withinOneLook(readScene);

function readScene() {
  const tiles = findTiles();
  const lists = listsOf(tiles);
  const bar = barOf(lists);
  const shown = [];
  for (const list of lists) {
    const place = list === bar ? 'BAR' : 'PANEL';
    for (const tile of list.tiles) shown.push({ ...tile, place });
  }
  for (const place of ['BAR', 'PANEL']) {
    shown.filter((tile) => tile.place === place).forEach((tile, position) => { tile.position = position; });
  }
  return { tiles: shown, bar, lists };
}

/**
 * Lists whose tiles are marked as clickable, and single tiles built like theirs. A page that marks none is believed
 * beside More or the balance, and where tiles are built like those.
 */
function listsOf(tiles) {
  const cells = new Set(tiles.map((tile) => tile.cell));
  const inTile = (el) => cells.has(el) || [...ancestors(el)].some((up) => cells.has(up));
  const groups = new Map();
  for (const tile of tiles) groups.set(tile.list ?? tile.el.parentElement, []);
  for (const tile of tiles) groups.get(tile.list ?? tile.el.parentElement).push(tile);
  const all = [...groups].map(([el, members]) => ({ el, tiles: members, inTile }));
  const quiet = all.filter(isList);
  const marked = quiet.filter((list) => list.tiles.length > 1 && list.tiles.some(canBeClicked));
  const sure = marked.length > 0 ? marked : quiet.filter(anchored);
  const shapes = new Set(sure.flatMap((list) => list.tiles.map(shapeOf)));
  return quiet.filter((list) => {
    if (sure.includes(list)) return true;
    if (marked.length > 0 && list.tiles.length > 1) return false;
    return list.tiles.some((tile) => shapes.has(shapeOf(tile))) || anchored(list);
  });
}

/** A list is of tiles that say nothing but name and price, and show more than one gift. */
function isList({ tiles }) {
  const quiet = tiles.filter((tile) => tile.noise.length === 0).length;
  const different = new Set(tiles.map((tile) => `${tile.name}/${tile.coins}/${tile.pictures.join()}`)).size;
  return quiet * 2 >= tiles.length && different * 2 >= tiles.length && (tiles.length === 1 || different > 1);
}

const canBeClicked = (tile) =>
  [tile.el, tile.cell, tile.price.el].some(clickable) || every(tile.cell, CLICKABLE).length > 0
  || closest(tile.el, CLICKABLE) !== null;

/** How a tile is built, whatever its classes are called today. */
const shapeOf = ({ el }) => [el, ...every(el, '*')].map((part) => part.tagName).join();

const anchored = (list) => moreOf(list) !== null || balanceOf(list) !== null;

/** The bar is the list that More or the balance stand beside; with neither, the first list. */
function barOf(lists) {
  let bar = null;
  let deepest = -1;
  for (const list of lists.filter(anchored)) {
    const depth = [...ancestors(regionWithAnchor(list))].length;
    if (depth > deepest) [bar, deepest] = [list, depth];
  }
  return bar ?? lists[0] ?? null;
}

const regionWithAnchor = (list) =>
  regionsOf(list).find((region) => moreIn(region, list) !== null || balanceIn(region, list) !== null) ?? list.el;

/**
 * The list and the elements around it, from the inside out, as long as they hold nothing that can be clicked and speaks
 * of something else. This is what keeps the side menu's More out: it stands among other entries.
 */
function regionsOf(list) {
  if (list.regions) return list.regions;
  list.regions = [list.el];
  for (const up of ancestors(list.el, 5)) {
    if (speaksOfOtherThings(up, list)) break;
    list.regions.push(up);
  }
  return list.regions;
}

const OTHER_PLACES = 'nav,main,header,video,textarea,[contenteditable],[role=navigation],[role=log]';

function speaksOfOtherThings(region, list) {
  if (every(region, OTHER_PLACES).length > 0) return true;
  return runs(region).some((run) => {
    if (holds(list.el, run.el) || list.inTile(run.el) || isOwnWord(run.text) || isTabName(run.text)) return false;
    const control = controlOf(run.el, region);
    const acts = control.matches(CLICKABLE) || getComputedStyle(run.el).cursor === 'pointer';
    return acts && !control.matches('[role=tab],[role=radio],[role=option]') && !inChooser(run.el);
  });
}

/** The control beside the tiles that opens the panel, with how it was found, or null. */
function moreOf(list) {
  for (const region of regionsOf(list)) {
    const found = moreIn(region, list);
    if (found) return found;
  }
  return null;
}

function moreIn(region, list) {
  const candidates = [
    ...saysWord('more', region).map((el) => ({ el: controlOf(el, region), how: 'word' })),
    ...named('more', region).filter(({ el }) => badge(spoken(el)) === undefined).map(({ el, design }) => ({ el, how: design })),
    ...lastOfList(region, list),
  ];
  const nearest = list.tiles.length > 1 && regionsOf(list).indexOf(region) === 1;
  return candidates.find(({ el }) => visible(el) && !list.inTile(el) && !elsewhere(el) && (nearest || notBefore(el, list))
    && !el.matches('[role=tab],[role=combobox],select')) ?? null;
}

/** In a language that we do not know: the one control that ends the list itself, and is neither tile nor balance. */
function lastOfList(region, list) {
  if (region !== list.el || list.tiles.length < 2) return [];
  const free = every(list.el, CLICKABLE).filter((el) => visible(el) && !list.inTile(el) && !holdsTile(el, list)
    && !/\d/.test(saying(el)) && hasLetters(spoken(el)) && !['recharge', 'send', 'balance', 'next', 'previous'].some((key) => isWord(key, spoken(el))));
  return free.length === 1 && !tabsAround(list).includes(free[0]) ? [{ el: free[0], how: 'last of the list' }] : [];
}

const holdsTile = (el, list) => list.tiles.some((tile) => holds(el, tile.el));

/**
 * Within the list's own element, or after it: the side menu comes before. In another tree nothing comes before, and what
 * shares the nearest element with the list alone may: nothing else is spoken of there.
 */
function notBefore(el, list) {
  const order = list.el.compareDocumentPosition(el);
  return holds(list.el, el) || Boolean(order & Node.DOCUMENT_POSITION_DISCONNECTED) || !(order & Node.DOCUMENT_POSITION_PRECEDING);
}

const walletOf = (scene) => (scene.bar ? balanceOf(scene.bar) : null);

/** Coins of the wallet as shown beside the tiles: {coins, el, how}; coins null when abbreviated. Null when not shown. */
function balanceOf(list) {
  for (const region of regionsOf(list)) {
    const found = balanceIn(region, list);
    if (found) return found;
  }
  return null;
}

function balanceIn(region, list) {
  const byDesign = named('balance', region).find(({ el }) => visible(el) && !list.inTile(el) && !holdsTile(el, list));
  if (byDesign) return { el: byDesign.el, how: byDesign.design, coins: badge(saying(byDesign.el)) ?? null };
  const free = runs(region).filter((run) => !list.inTile(run.el) && visible(run.el) && !elsewhere(run.el) && !inChooser(run.el));
  const number = free.find((run) => badge(run.text) !== undefined);
  if (number) return { el: number.el, how: 'number', coins: badge(number.text) };
  const empty = free.find((run) => isWord('recharge', run.text));
  return empty ? { el: empty.el, how: 'word', coins: 0 } : null;
}

/** Reads a badge: a number, 0 for "Recharge", null for "1.2K", undefined for what is no badge. */
function badge(text) {
  const number = text.match(/\d[\d\s.,'’\u00a0\u202f]*\p{L}?/u);
  if (!number) return isWord('recharge', text) ? 0 : undefined;
  if (/^[\d.,]+\s?[km]$/i.test(number[0].trim())) return null;
  const rest = plain(text.replace(number[0], ' '));
  return rest === '' || isOwnWord(rest) ? wholeNumber(number[0].replace(/\p{L}$/u, '')) ?? undefined : undefined;
}
