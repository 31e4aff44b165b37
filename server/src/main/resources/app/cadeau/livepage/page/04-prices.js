// Prices: what a text or a label says that a gift costs, and where on the page such texts are.

/** Signs that stand around a price and say nothing: coins as emoji, brackets, a dot. Those that count, and money, stay. */
const SIGNS = /^[^\p{L}\p{N}\p{Sc}×+\-−/%#@]+|[^\p{L}\p{N}\p{Sc}×+/%]+$/gu;
const THOUSANDS = { k: 1e3, tsd: 1e3, mil: 1e3, тыс: 1e3, 千: 1e3, 万: 1e4, m: 1e6, mio: 1e6 };

/**
 * What a price says: `coins` and how far from it the true price may be, for "10K" tells thousands only. `loose` when its
 * unit is no word that we know: such a price counts only where it is the one that the gift is known to have.
 */
const exactly = (coins, loose = false) => ({ coins, least: coins, most: coins, loose });

/** "1", "20 164", "1 Coin", "Coins: 5", "10K"; null for "×4", "3/10" and all else. */
function priceOf(text) {
  const bare = text.replace(SIGNS, '');
  const whole = wholeNumber(bare);
  if (whole !== null) return exactly(whole);
  return short(bare) ?? withUnit(bare);
}

function withUnit(text) {
  const [, number, unit] = text.match(/^(\d[\d\s.,'’\u00a0\u202f]*?)\s*(\p{L}[\p{L} ]{1,23})\.?$/u) ?? [];
  if (unit && isWord('coin', unit)) return worth(wholeNumber(number), false);
  if (unit) return unit.includes(' ') ? null : worth(wholeNumber(number), true);
  const [, word, after] = text.match(/^(\p{L}{2,20})\s*:?\s*(\d[\d\s.,'’\u00a0\u202f]*)$/u) ?? [];
  return word && isWord('coin', word) ? worth(wholeNumber(after), false) : null;
}

const worth = (coins, loose) => (coins === null ? null : exactly(coins, loose));

/** "10K", "1.2K", "34,9 Tsd.": a price that is cut or rounded. */
function short(text) {
  const [, number, unit, rest] = text.match(/^(\d{1,4}(?:[.,]\d{1,2})?)\s?(\p{L}{1,3})\.?(?:\s+(\p{L}+))?$/u) ?? [];
  const times = THOUSANDS[unit?.toLowerCase()];
  if (!times || (rest && !isWord('coin', rest))) return null;
  const [, decimals] = number.split(/[.,]/);
  const step = times / 10 ** (decimals?.length ?? 0);
  const coins = Math.round(Number(number.replace(',', '.')) * times);
  return { coins, least: coins - step / 2, most: coins + step - 1, loose: false };
}

/** The price of exactly one text, or null: what is only near it is no price to be pressed at. */
const priceIn = (text) => priceOf(text)?.coins ?? null;

const costs = (price, coins) => price !== null && coins >= price.least && coins <= price.most;

/** The price that a label tells beside a name: "Rose, 1 coin". */
function priceInLabel(label) {
  const parts = label.split(/[,;|·•\n()]\s|\s[-–—]\s/).slice(1).map((part) => priceOf(part.trim())).filter(Boolean);
  if (parts.length === 1) return parts[0];
  const [, number, unit] = label.match(/(?:^|\D\s)(\d[\d\s.,'’\u00a0\u202f]*?)\s*(\p{L}{2,20})\W*$/u) ?? [];
  return unit && isWord('coin', unit) ? worth(wholeNumber(number), false) : null;
}

/** True when the number counts something: "×" or "x" before it, a slash beside it. */
function counts(run) {
  const around = [run.el, parentOf(run.el)].filter(Boolean).map((el) => el.textContent.trim());
  return around.some((text) => text.length < 16 && (/(^|\s)[x×]\s*\d/i.test(text) || /\d\s*[/%]/.test(text)));
}

/** All prices of the page, in its order, each with where it stands. */
function priceRuns() {
  lookForDepth();
  const found = [];
  for (const run of runs(document.body)) {
    if (!/\d/.test(run.text) || run.text.length > 24) continue;
    const price = priceOf(run.text);
    if (!price || price.coins < 1 || counts(run) || !visible(run.el) || elsewhere(run.el)) continue;
    if (!closest(run.el, 'option,select,input,textarea') && !inChooser(run.el)) found.push({ ...run, ...price });
  }
  found.push(...labelPrices(found));
  found.forEach((price, order) => { price.order = price.label ? price.order ?? order : order; });
  return found;
}

/** Prices that are only said by a label, where no text shows one. */
function labelPrices(shown) {
  const found = [];
  for (const el of every(document.body, '[aria-label],[title]')) {
    const label = el.getAttribute('aria-label') ?? el.getAttribute('title');
    if (!/\d/.test(label) || label.length > 80) continue;
    const price = priceInLabel(label);
    if (!price || price.coins < 1 || !visible(el) || elsewhere(el) || inChooser(el)) continue;
    if (shown.some((run) => holds(el, run.el)) || found.some((other) => holds(other.el, el))) continue;
    found.push({ text: label, el, end: null, label: true, order: 1e6 + found.length, ...price });
  }
  return found;
}

/** The price that a tile shows now, as it was found: by its text, or by its label. A tile may be painted anew. */
function priceNow(tile) {
  const { el, label } = tile.price;
  const there = el.isConnected && holds(tile.cell, el);
  if (label) return there ? priceInLabel(el.getAttribute('aria-label') ?? el.getAttribute('title') ?? '') : null;
  return priceOf(priceRunOf(tile)?.text ?? '');
}

/** The text that shows the price now. */
function priceRunOf(tile) {
  const { el, label } = tile.price;
  if (label) return null;
  const own = el.isConnected && holds(tile.cell, el) ? runs(el) : runs(tile.cell);
  return own.find((run) => priceOf(run.text) !== null && !inChooser(run.el)) ?? null;
}
