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
  [tile.el, tile.cell, tile.price.el].some(clickable) || tile.cell.querySelector(CLICKABLE) !== null
  || tile.el.closest(CLICKABLE) !== null;

/** How a tile is built, whatever its classes are called today. */
const shapeOf = ({ el }) => [el, ...el.querySelectorAll('*')].map((part) => part.tagName).join();

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

function speaksOfOtherThings(region, list) {
  if (region.querySelector('nav,main,header,video,textarea,[contenteditable],[role=navigation],[role=log]')) return true;
  return runs(region).some((run) => {
    if (list.el.contains(run.el) || list.inTile(run.el) || isOwnWord(run.text)) return false;
    const control = controlOf(run.el, region);
    const acts = control.matches(CLICKABLE) || getComputedStyle(run.el).cursor === 'pointer';
    return acts && !control.matches('[role=tab]');
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
    ...named('more', region).filter(({ el }) => badge(saying(el)) === undefined).map(({ el, design }) => ({ el, how: design })),
  ];
  return candidates.find(({ el }) => visible(el) && !list.inTile(el) && !elsewhere(el) && notBefore(el, list)) ?? null;
}

/** Within the list's own element, or after it: the side menu comes before. */
const notBefore = (el, list) =>
  list.el.contains(el) || !(list.el.compareDocumentPosition(el) & Node.DOCUMENT_POSITION_PRECEDING);

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
  const byDesign = named('balance', region).find(({ el }) => visible(el) && !list.inTile(el));
  if (byDesign) return { el: byDesign.el, how: byDesign.design, coins: badge(saying(byDesign.el)) ?? null };
  const free = runs(region).filter((run) => !list.inTile(run.el) && visible(run.el) && !elsewhere(run.el));
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
