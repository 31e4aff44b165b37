// The guard: everything that must hold in the same turn as a press. The first thing that does not is the answer.

const latch = { stopped: false };

/** Null when Send may be pressed now; else {kind, seen}. Looks only, changes nothing. */
const guard = () => withinOneLook(guardOnce);

function guardOnce() {
  if (!chosen.send) return { kind: 'MOVED', seen: 'no gift is selected' };
  return guardPage() ?? guardTile() ?? guardSend();
}

function guardPage() {
  const challenge = challengeText();
  if (challenge) return { kind: 'CHALLENGED', seen: challenge };
  const dialog = dialogText();
  return dialog ? { kind: 'DIALOG', seen: dialog } : null;
}

function guardTile() {
  const { tile, gift, coins } = chosen;
  if (!tile.el.isConnected || !tile.cell.isConnected) return { kind: 'MOVED', seen: `the tile of ${gift.name} was mounted anew` };
  const other = notTheSame(tile, gift);
  if (other) return { kind: 'MOVED', seen: other };
  const price = priceShown(tile);
  if (price !== coins) return { kind: 'PRICE', seen: `the tile of ${gift.name} shows ${price ?? 'no price'}, not ${coins}` };
  const quantity = quantityShown(tile, chosen.send);
  return quantity === 1 ? null : { kind: 'QUANTITY', seen: `the tile of ${gift.name} sends ${quantity} at once` };
}

/** Why the tile is not the one that was identified, or null. It may have hidden its name, not shown another. */
function notTheSame(tile, gift) {
  const pictures = picturesOf(tile.cell);
  const pictured = byPicture(pictures);
  const names = namesIn(tile.cell).map((run) => run.text);
  const called = names.flatMap(byName);
  if (pictured.length > 0 && !pictured.includes(gift)) return `the tile now shows the picture of ${pictured[0].name}`;
  if (called.length > 0 && !called.includes(gift)) return `the tile is now named ${called[0].name}`;
  const samePicture = tile.pictures.length > 0 && tile.pictures.every((picture) => pictures.includes(picture));
  const labelled = labelsOf(tile.cell).flatMap(byName).includes(gift);
  if (samePicture || pictured.includes(gift) || called.includes(gift) || labelled || names.includes(tile.name)) {
    return tile.nameEl?.isConnected && tile.cell.contains(tile.nameEl) ? renamed(tile) : null;
  }
  return tile.pictures.length > 0 ? 'the tile now shows another picture' : 'the tile hides its name and has no picture to tell it by';
}

/** The element that held the name holds another one. */
function renamed({ nameEl, name }) {
  const now = namesIn(nameEl).map((run) => run.text);
  return now.length === 0 || now.includes(name) ? null : `the tile is now named ${now[0]}`;
}

const priceShown = (tile) => priceIn(priceRunOf(tile)?.text ?? '');

/** The text that shows the price now: a tile may be painted anew when it is selected. */
function priceRunOf(tile) {
  const own = tile.price.el.isConnected && tile.cell.contains(tile.price.el) ? runs(tile.price.el) : runs(tile.cell);
  return own.find((run) => priceIn(run.text) !== null) ?? null;
}

/** How many gifts one press would send, as far as the tile tells: "×10", a chosen option, a number field. */
function quantityShown(tile, send) {
  for (const field of tile.cell.querySelectorAll('select,input,[role=spinbutton]')) {
    const value = field.getAttribute('aria-valuenow') ?? field.selectedOptions?.[0]?.textContent ?? field.value;
    const number = /\d+/.exec(value ?? '');
    if (number && visible(field)) return Number(number[0]);
  }
  const price = priceRunOf(tile);
  for (const run of runs(tile.cell)) {
    if (run.end === price?.end || run.text === tile.name || !visible(run.el) || run.el.closest('option')) continue;
    const times = /[x×]\s*(\d+)|(\d+)\s*[x×]/i.exec(run.text);
    const bare = times ? times[1] ?? times[2] : send.contains(run.el) ? /\d+/.exec(run.text)?.[0] : wholeNumber(run.text);
    if (bare !== null && bare !== undefined) return Number(bare);
  }
  return 1;
}

function guardSend() {
  const { send, tile, sendWord } = chosen;
  if (!send.isConnected || !tile.cell.contains(send)) return { kind: 'MOVED', seen: 'Send is no longer in the tile' };
  if (!visible(send)) return { kind: 'NOT_READY', seen: 'Send is hidden' };
  if (letters(send) !== sendWord) return { kind: 'NOT_READY', seen: `Send now says "${saying(send)}"` };
  const why = disabled(send);
  if (why) return { kind: 'NOT_READY', seen: `Send is disabled (${why})` };
  const at = atCentreOf(send);
  return lies(at, send) ? null : { kind: 'COVERED', seen: `Send lies under ${describe(at)}` };
}

function disabled(send) {
  if (send.matches(':disabled') || send.closest('[disabled],fieldset:disabled')) return 'disabled';
  if (send.closest('[aria-disabled=true]')) return 'aria-disabled';
  if (send.closest('[inert]')) return 'inert';
  return getComputedStyle(send).pointerEvents === 'none' ? 'pointer-events' : null;
}
