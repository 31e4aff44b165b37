// Finding the tiles. A tile is the smallest element that shows a picture or a name *and* a price.
// Starting at prices keeps chat, tray and menus out: they speak of gifts, but show no price.

/** Texts in a tile that could be its name: letters that are none of the page's own words, or a known name ("2026"). */
const namesIn = (el) => seenOnce('names', el, () =>
  runs(el).filter((run) => calledExactly(run.text).length > 0 || !(isOwnWord(run.text) || isControlText(run, el))));

const OWN_WORDS = ['send', 'coin', 'badge', 'more', 'recharge', 'balance', 'combo'];

/** Send, units, prices, badges, and quantities such as "x10" or "Send ×10". */
function isOwnWord(text) {
  const bare = text.replace(/[x×]\s*\d+|\d+\s*[x×]|[\d.,]+/gi, ' ').trim();
  return !hasLetters(bare) || priceOf(text) !== null || OWN_WORDS.some((key) => isWord(key, bare));
}

/** The text of a control within the tile that holds nothing else, as a Send in a language that we do not know. */
function isControlText(run, el) {
  const control = run.el === el ? el : controlOf(run.el, el);
  return control !== el && control.matches('button,[role=button],a') && saying(control) === run.text && picturesOf(control).length === 0;
}

/** The smallest element around a price that tells who the gift is. */
function tileAround(price, prices) {
  let el = price.el;
  for (let level = 0; el && el !== document.body && level < 9; level++, el = parentOf(el)) {
    const names = namesIn(el).filter((run) => run.end !== price.end);
    const labelled = price.label && labelsOf(el).some((label) => byName(label).length > 0);
    if (names.length === 0 && !labelled && byPicture(picturesOf(el)).length === 0) continue;
    const inside = prices.filter((other) => holds(el, other.el));
    if (inside.length > 1 && severalGifts(el, names, inside)) return null;
    const tile = widened(readTile(el, inside), inside, prices);
    return price.loose && !(tile.gift && costs(price, tile.gift.coins)) ? null : tile;
  }
  return null;
}

/** A name that several gifts bear: the picture may stand beside name and price, in an element that holds nothing dearer. */
function widened(tile, inside, prices) {
  if (tile.gift || tile.ids.length < 2) return tile;
  for (const up of ancestors(tile.el, 3)) {
    if (prices.filter((other) => holds(up, other.el)).length > inside.length) return tile;
    const wider = readTile(up, inside);
    if (wider.gift && wider.strength === 3) return wider;
  }
  return tile;
}

/** Two prices in one element are a list of tiles, unless picture or name say one gift (the other is a quantity). */
function severalGifts(el, names, inside) {
  const shown = new Set([...byPicture(picturesOf(el)), ...names.flatMap((run) => byName(run.text))]);
  return shown.size !== 1 || inside.length > 2;
}

function readTile(el, inside) {
  const names = namesIn(el);
  const pictures = picturesOf(el);
  const texts = names.map((run) => run.text);
  const price = inside.filter((run) => calledExactly(run.text).length === 0 || inside.length === 1).find((run) => priceIsKnown(run, pictures, texts)) ?? inside[0];
  const who = identify({ pictures, names: texts, labels: labelsOf(el), price });
  const nameRun = names.find((run) => who.gift && byName(run.text).includes(who.gift)) ?? names[0] ?? null;
  const coins = who.gift && costs(price, who.gift.coins) ? who.gift.coins : price.coins;
  return { el, price, coins, pictures, name: nameRun?.text ?? null, nameEl: nameRun?.el ?? null, ...who };
}

const priceIsKnown = (price, pictures, names) =>
  [...byPicture(pictures), ...names.flatMap(byName)].some((gift) => costs(price, gift.coins));

/** All tiles of the page in document order, each with its list: the nearest element that holds another tile too. */
function findTiles() {
  const prices = priceRuns();
  const byElement = new Map();
  for (const price of prices) {
    const tile = tileAround(price, prices);
    if (tile && !byElement.has(tile.el)) byElement.set(tile.el, tile);
  }
  const tiles = listed([...byElement.values()]);
  return [...tiles, ...namelessTiles(tiles, prices)].sort(inDocumentOrder);
}

/** Gives each tile its list and cell; what holds another tile is no tile itself. */
function listed(candidates) {
  const holding = new Map();
  for (const { el } of candidates) for (const up of ancestors(el)) holding.set(up, (holding.get(up) ?? 0) + 1);
  const tiles = candidates.filter((tile) => !holding.has(tile.el));
  const count = new Map();
  for (const { el } of tiles) for (const up of ancestors(el)) count.set(up, (count.get(up) ?? 0) + 1);
  for (const tile of tiles) {
    tile.list = [...ancestors(tile.el)].find((up) => count.get(up) > 1) ?? null;
    tile.cell = cellOf(tile);
    tile.noise = namesIn(tile.cell).filter((run) => run.text !== tile.name).map((run) => run.text);
  }
  return tiles;
}

/** Selected tiles that hide their name and have no known picture: they stand among tiles, with a price and Send. */
function namelessTiles(tiles, prices) {
  const found = new Map();
  for (const list of new Set(tiles.map((tile) => tile.list).filter(Boolean))) {
    for (const price of prices.filter(({ el }) => el !== list && holds(list, el))) {
      let cell = price.el;
      while (parentOf(cell) !== list) cell = parentOf(cell);
      if (found.has(cell) || tiles.some((tile) => holds(cell, tile.el)) || !runs(cell).some((run) => isSendText(run.text))) continue;
      found.set(cell, { ...readTile(cell, [price]), list, cell, noise: [] });
    }
  }
  return [...found.values()];
}

const inDocumentOrder = (one, other) => one.price.order - other.price.order;

/** The tile's own place in its list: all around it that belongs to no other tile. Send may stand there. */
function cellOf(tile) {
  if (!tile.list) return tile.el;
  let cell = tile.el;
  while (parentOf(cell) !== tile.list) cell = parentOf(cell);
  return cell;
}
