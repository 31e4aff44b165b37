// The guard: everything that must hold in the same turn as a press. The first thing that does not is the answer.

const latch = { stopped: false };

/** Null when Send may be pressed now; else {kind, seen}. Looks only, changes nothing of the page. */
const guard = () => withinOneLook(guardOnce);

function guardOnce() {
  if (!chosen.send) return { kind: 'MOVED', seen: 'no gift is selected' };
  succeed();
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
  const price = priceNow(tile);
  if (!costs(price, coins) || price.most - price.least !== chosen.price.most - chosen.price.least) {
    return { kind: 'PRICE', seen: `the tile of ${gift.name} shows ${price?.coins ?? 'no price'}, not ${coins}` };
  }
  const quantity = quantityShown(tile, chosen.send, chosen.proof?.around);
  return quantity === 1 ? null : { kind: 'QUANTITY', seen: `the tile of ${gift.name} sends ${quantity || 'an unknown number'} at once` };
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
    return tile.nameEl?.isConnected && holds(tile.cell, tile.nameEl) ? renamed(tile) : null;
  }
  return tile.pictures.length > 0 ? 'the tile now shows another picture' : 'the tile hides its name and has no picture to tell it by';
}

/** The element that held the name holds another one. */
function renamed({ nameEl, name }) {
  const now = namesIn(nameEl).map((run) => run.text);
  return now.length === 0 || now.includes(name) ? null : `the tile is now named ${now[0]}`;
}

function guardSend() {
  const { send, sendWord } = chosen;
  if (!send.isConnected) return { kind: 'MOVED', seen: 'Send is no longer in the tile' };
  const other = disproved(chosen);
  if (other) return { kind: 'MOVED', seen: other };
  if (!visible(send)) return { kind: 'NOT_READY', seen: 'Send is hidden' };
  if (letters(send) !== sendWord && !combo(send)) return { kind: 'NOT_READY', seen: `Send now says "${spoken(send)}"` };
  const why = disabled(send);
  if (why) return { kind: 'NOT_READY', seen: `Send is disabled (${why})` };
  const at = atCentreOf(send);
  return lies(at, send) ? null : { kind: 'COVERED', seen: `Send lies under ${describe(at)}` };
}

/** Send that was pressed may be counted on: "Combo ×3" after three presses, never more than were made. */
function combo(send) {
  if (!isCombo(spoken(send)) || chosen.presses === 0) return false;
  const times = /\d+/.exec(spoken(send).replace(/\d+\s*s\b/g, ''));
  return !times || Number(times[0]) <= chosen.presses;
}

/** Send that was replaced, in the same tile or in the same place, by another that says Send or Combo is that one now. */
function succeed() {
  const { send, tile, proof } = chosen;
  if (send.isConnected || !tile.cell.isConnected) return;
  const within = proof?.around ?? (proof ? null : tile.cell);
  const next = within?.isConnected ? sendsOrCombos(within) : [];
  if (next.length === 1) chosen.send = next[0];
}

const sendsOrCombos = (root) => every(root, CLICKABLE).filter((el) => (isSend(el) || (isCombo(spoken(el)) && combo(el))) && visible(el));

function disabled(send) {
  if (send.matches(':disabled') || closest(send, '[disabled],fieldset:disabled')) return 'disabled';
  if (closest(send, '[aria-disabled=true]')) return 'aria-disabled';
  if (closest(send, '[inert]')) return 'inert';
  return getComputedStyle(send).pointerEvents === 'none' ? 'pointer-events' : null;
}
