// Finding the tiles. A tile is the smallest element that shows a picture or a name *and* a price.
// Starting at prices keeps chat, tray and menus out: they speak of gifts, but show no price.

/** The price that a run of text shows, or null: "1", "20 164", "1 Coin", "5 pièces"; never "×4" or "3/10". */
function priceIn(text) {
  const bare = wholeNumber(text);
  if (bare !== null) return bare;
  const [, number, unit] = text.match(/^(\d[\d\s.,'’\u00a0\u202f]*)\s+(\p{L}+)$/u) ?? [];
  return unit && isWord('coin', unit) ? wholeNumber(number) : null;
}

/** True when the number counts something: "×" or "x" before it, a slash beside it. */
function counts(run) {
  const parent = run.el.parentElement;
  const around = [run.el, parent].filter(Boolean).map((el) => el.textContent.trim());
  return around.some((text) => text.length < 16 && (/(^|\s)[x×]\s*\d/i.test(text) || /\d\s*[/%]/.test(text)));
}

function priceRuns() {
  const found = [];
  for (const run of runs(document.body)) {
    if (!/\d/.test(run.text) || run.text.length > 24) continue;
    const coins = priceIn(run.text);
    if (coins === null || coins < 1 || counts(run) || !visible(run.el) || elsewhere(run.el)) continue;
    if (!run.el.closest('option,select,input,textarea')) found.push({ ...run, coins });
  }
  return found;
}

/** Texts in a tile that could be its name: letters that are none of the page's own words, or a known name ("2026"). */
const namesIn = (el) => seenOnce('names', el, () =>
  runs(el).filter((run) => !isOwnWord(run.text) || calledExactly(run.text).length > 0));

const OWN_WORDS = ['send', 'coin', 'badge', 'more', 'recharge', 'balance'];

/** Send, units, badges, and quantities such as "x10" or "Send ×10". */
function isOwnWord(text) {
  const bare = text.replace(/[x×]\s*\d+|\d+\s*[x×]|[\d.,]+/gi, ' ').trim();
  return !hasLetters(bare) || priceIn(text) !== null || OWN_WORDS.some((key) => isWord(key, bare));
}

/** The smallest element around a price that tells who the gift is. */
function tileAround(price, prices) {
  let el = price.el;
  for (let level = 0; el && el !== document.body && level < 7; level++, el = el.parentElement) {
    const names = namesIn(el).filter((run) => run.end !== price.end);
    if (names.length === 0 && byPicture(picturesOf(el)).length === 0) continue;
    const inside = prices.filter((other) => el.contains(other.el));
    return inside.length > 1 && severalGifts(el, names, inside) ? null : readTile(el, inside);
  }
  return null;
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
  const price = inside.filter((run) => calledExactly(run.text).length === 0 || inside.length === 1).find((run) => priceIsKnown(run.coins, pictures, texts)) ?? inside[0];
  const who = identify({ pictures, names: texts, labels: labelsOf(el), coins: price.coins });
  const nameRun = names.find((run) => who.gift && byName(run.text).includes(who.gift)) ?? names[0] ?? null;
  return { el, price, coins: price.coins, pictures, name: nameRun?.text ?? null, nameEl: nameRun?.el ?? null, ...who };
}

const priceIsKnown = (coins, pictures, names) =>
  [...byPicture(pictures), ...names.flatMap(byName)].some((gift) => gift.coins === coins);

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
  const holds = new Map();
  for (const { el } of candidates) for (const up of ancestors(el)) holds.set(up, (holds.get(up) ?? 0) + 1);
  const tiles = candidates.filter((tile) => !holds.has(tile.el));
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
    for (const price of prices.filter(({ el }) => el !== list && list.contains(el))) {
      let cell = price.el;
      while (cell.parentElement !== list) cell = cell.parentElement;
      if (found.has(cell) || tiles.some((tile) => cell.contains(tile.el)) || !runs(cell).some((run) => isSendText(run.text))) continue;
      found.set(cell, { ...readTile(cell, [price]), list, cell, noise: [] });
    }
  }
  return [...found.values()];
}

const inDocumentOrder = (one, other) =>
  (one.el.compareDocumentPosition(other.el) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);

/** The tile's own place in its list: all around it that belongs to no other tile. Send may stand there. */
function cellOf(tile) {
  if (!tile.list) return tile.el;
  let cell = tile.el;
  while (cell.parentElement !== tile.list) cell = cell.parentElement;
  return cell;
}
