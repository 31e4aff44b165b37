// Selecting a tile, and finding its Send. Nothing that says Send is clicked here.

/** What is selected: the tile and Send that a burst may press, as they were identified before the click. */
const chosen = { tile: null, send: null, sendWord: '', gift: null, proof: null, mark: null, presses: 0, deselects: false };

async function select(asked, ms) {
  const deadline = performance.now() + ms;
  const gift = remember(asked);
  const scene = await firstGifts(deadline);
  const trouble = troubleNow(scene, walletOf(scene));
  if (trouble) return trouble;
  const dialog = dialogText();
  if (dialog) return { ok: false, kind: wordWithin('barred', dialog) ? 'REFUSED_BY_PLATFORM' : 'PAGE_CHANGED', seen: `a dialog is open: ${dialog}` };
  const guest = otherRecipient(scene);
  if (guest) return { ok: false, kind: 'PAGE_CHANGED', seen: guest };
  let hidden = null;
  let moved = null;
  const seen = await throughAllGifts(deadline, (sight) => {
    const found = judge(sight, gift, asked.coins);
    moved ??= sight.tiles.find((tile) => tile.ids.length === 1 && tile.ids[0] === gift.id && tile.coins !== asked.coins);
    if (!found || found.kind || broughtIntoView(found)) return found;
    hidden = found;
    return null;
  }, scene);
  if (!seen && moved) return { ok: false, kind: 'PRICE_MOVED', seen: `${moved.name} shows ${moved.coins} coins, not ${asked.coins}` };
  if (!seen && hidden) return { ok: false, kind: 'PAGE_CHANGED', seen: underWhat(hidden) };
  if (!seen) return { ok: false, kind: 'GIFT_NOT_OFFERED', seen: notOffered(gift, asked) };
  if (seen.kind) return { ok: false, ...seen };
  return choose(seen, gift, deadline);
}

const GIFTS_WITHIN_MS = 5000;

/** Gifts may come later than the page; what keeps them away is seen at once. Read in the turn in which they are used. */
async function firstGifts(deadline) {
  let scene = null;
  await until(Math.min(deadline, performance.now() + GIFTS_WITHIN_MS), () => {
    scene = readGifts();
    return scene.tiles.some((tile) => tile.gift || tile.ids.length > 0) || dialogText() || troubleNow(scene, walletOf(scene));
  });
  return scene;
}

const AIR = { ended: 'LIVE_ENDED', offAir: 'OFF_AIR', barred: 'REFUSED_BY_PLATFORM' };

function troubleNow(scene, wallet) {
  const challenge = challengeText();
  if (challenge) return { ok: false, kind: 'CHALLENGED', seen: challenge };
  const air = airText(scene);
  if (air) return { ok: false, kind: AIR[air.key], seen: air.text };
  const logIn = wallet === null ? logInControl() : null;
  return logIn ? { ok: false, kind: 'LOGGED_OUT', seen: `the page asks to log in: ${describe(logIn)}` } : null;
}

/** The tile of the gift, or {kind, seen} when the page shows it otherwise; null when it is not in sight. */
function judge(scene, gift, coins) {
  const fits = scene.tiles.filter((tile) => tile.gift === gift);
  const right = fits.filter((tile) => tile.coins === coins);
  if (right.length > 0) return best(right, gift);
  const known = fits[0];
  if (known) return { kind: 'PRICE_MOVED', seen: `${gift.name} shows ${known.coins} coins, not ${coins}` };
  const unclear = scene.tiles.find((tile) => tile.ids.length > 1 && tile.ids.includes(gift.id) && tile.coins === coins);
  return unclear ? { kind: 'GIFT_NOT_OFFERED', seen: `"${unclear.name}" at ${coins} fits gifts ${unclear.ids.join(', ')}` } : null;
}

/** The tile that is told best; the bar before the panel. Two that are told by name only and look different are an error. */
function best(tiles, gift) {
  const strength = Math.max(...tiles.map((tile) => tile.strength));
  const strongest = tiles.filter((tile) => tile.strength === strength);
  const looks = new Set(strongest.map((tile) => tile.pictures.join()));
  const places = new Set(strongest.map((tile) => tile.place));
  if (strength === 1 && strongest.length > places.size || strength === 1 && looks.size > 1) {
    return { kind: 'GIFT_NOT_OFFERED', seen: `${strongest.length} tiles are named ${gift.name} at ${gift.coins}: which is gift ${gift.id} cannot be told` };
  }
  return strongest[0];
}

function notOffered(gift, { coins }) {
  const scene = readGifts();
  const shown = scene.tiles.slice(0, 8).map((tile) => `${tile.name ?? '?'} ${tile.coins}`).join(', ');
  return `no tile is ${gift.name} (${gift.id}) at ${coins} coins; the page shows ${shown || 'no gifts'}`;
}

function broughtIntoView(tile) {
  tile.cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return reachable(tile);
}

const underWhat = (tile) => `the tile of ${tile.name ?? tile.gift.name} lies under ${describe(atCentreOf(targetOf(tile)))}`;

/** Runs in the turn in which the tile was found: the page had no chance to sort its gifts anew before the click. */
async function choose(tile, gift, deadline) {
  const why = barredTile(tile, gift);
  if (why) return { ok: false, kind: 'GIFT_NOT_OFFERED', seen: why };
  let old = before(tile);
  let send = sendOf(tile.cell, new Set()) ?? stillSelected(tile, gift);
  const clicked = !send;
  for (let clicks = 1; !send; clicks += 1) {
    const under = tile.el;
    await touch(targetOf(tile));
    const within = clicks < CLICKS ? AGAIN_AFTER_MS : SEND_WITHIN_MS;
    send = await until(Math.min(deadline, performance.now() + within), () => sendAfterClick(tile, gift, old));
    if (!send && (clicks === CLICKS || !madeAnew(tile, under, gift))) {
      send = await until(Math.min(deadline, performance.now() + SEND_WITHIN_MS - within), () => sendAfterClick(tile, gift, old));
      break;
    }
    if (!send) old = before(tile);
  }
  if (!send) return { ok: false, ...whyNoSend(tile, gift, old) };
  return settle(tile, send, gift, deadline, clicked ? markLeft(tile, old.marks) : null);
}

/**
 * Send of the selection before, while this tile still stands selected by it, as on a page that is kept warm: a word that we
 * do not know was told by its coming, and nothing comes where it is already. Null when anything of it is other than it was.
 */
function stillSelected(tile, gift) {
  const { send, sendWord, proof } = chosen;
  const same = chosen.gift?.id === gift.id && chosen.tile.el === tile.el && send.isConnected && visible(send) && letters(send) === sendWord;
  return same && !disproved(chosen) ? { el: send, how: 'selected before', proof } : null;
}

const SEND_WITHIN_MS = 3000;
const AGAIN_AFTER_MS = 800;
const CLICKS = 3;

/** The page made the tile anew under the finger, so the click met nothing: the same gift stands there again, in sight and free. */
function madeAnew(tile, under, gift) {
  const anew = under.isConnected || dialogText() || challengeText() ? null : judge(readGifts(), gift, tile.coins);
  if (!anew || anew.kind || !broughtIntoView(anew) || barredTile(anew, gift)) return false;
  Object.assign(tile, anew);
  return true;
}

/** Why a tile cannot be picked by a hand either, in the page's own signs; null when nothing says so. */
function barredTile(tile, gift) {
  if (gift.locked) return `${gift.name} is locked for this account: ${gift.locked}`;
  const off = [tile.el, tile.cell, ...every(tile.cell, CLICKABLE).filter((el) => holds(el, tile.price.el))]
    .map((el) => disabled(el)).find(Boolean);
  if (off) return `the tile of ${gift.name} is greyed out (${off})`;
  const lock = every(tile.cell, '[aria-label],[title],[alt]').find((el) => wordWithin('locked', labelOf(el)) && visible(el));
  return lock ? `the tile of ${gift.name} is locked: "${labelOf(lock)}"` : null;
}

/** No Send came: a dialog, a notice that was not there before, or a tile that says it is locked. */
function whyNoSend(tile, gift, old) {
  const challenge = challengeText();
  if (challenge) return { kind: 'CHALLENGED', seen: challenge };
  const dialog = dialogText();
  if (dialog) return { kind: 'PAGE_CHANGED', seen: `selecting ${gift.name} opened a dialog: ${dialog}` };
  const said = [...notices().filter((text) => text && !old.texts.has(text)), ...runs(tile.cell).map((run) => run.text)];
  const locked = said.find((text) => wordWithin('locked', text) || wordWithin('barred', text));
  if (locked) return { kind: 'GIFT_NOT_OFFERED', seen: `${gift.name}: "${locked.slice(0, 160)}"` };
  const news = said.find((text) => !old.texts.has(text) && text !== tile.name && !isOwnWord(text));
  const unheard = designs.press === 'trusted' ? '' : ': the click on its tile led to nothing; some pages heed only a real mouse';
  return { kind: 'PAGE_CHANGED', seen: `no Send appeared for ${gift.name}${news ? `; the page says "${news.slice(0, 160)}"` : unheard}` };
}

/** Send in the tile as it was, or in its successor when selecting mounted it anew; else elsewhere among the gifts. */
function sendAfterClick(tile, gift, old) {
  if (tile.el.isConnected) return sendOf(tile.cell, old.inCell) ?? sendBeside(tile, gift, old);
  const anew = judge(readGifts(), gift, tile.coins);
  if (!anew || anew.kind) return null;
  Object.assign(tile, anew);
  return sendOf(tile.cell, new Set()) ?? sendBeside(tile, gift, old);
}

const READY_WITHIN_MS = 1000;
/** A banner over Send goes away by itself, or not: as long as a burst waits for it. */
const COVERED_FOR_MS = 5000;

/** Remembers tile and Send, and waits until the guard lets them be pressed: Send may fade in, the panel may slide. */
async function settle(tile, send, gift, deadline, mark) {
  learnPicture(gift, tile);
  Object.assign(chosen, {
    tile, send: send.el, sendWord: letters(send.el), gift, coins: tile.coins, price: tile.price, proof: send.proof ?? null, mark, presses: 0, deselects: false,
  });
  if (!holds(layerOf(tile.el) ?? tile.el, send.el) || !reachable(tile)) send.el.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  if (designs.press === 'trusted') listenForMouse(send.el.ownerDocument.defaultView);
  let refusal = null;
  let chose = false;
  const began = performance.now();
  await until(Math.min(deadline, began + COVERED_FOR_MS), () => {
    refusal = guard();
    // Send may have come below the edge of a panel that scrolls.
    if (refusal?.kind === 'COVERED') chosen.send.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (refusal?.kind === 'QUANTITY' && !chose) chose = chooseOne([tile.cell, ...(chosen.proof?.around ? [chosen.proof.around] : [])]);
    const passing = refusal?.kind === 'COVERED' || performance.now() < began + READY_WITHIN_MS;
    return !refusal || !passing || !(/NOT_READY|COVERED/.test(refusal.kind) || (chose && refusal.kind === 'QUANTITY'));
  });
  if (!refusal) return { ok: true, place: tile.place, position: tile.position, coins: tile.coins, framed: frameOf(send.el) !== null };
  const kind = { PRICE: 'PRICE_MOVED', CHALLENGED: 'CHALLENGED' }[refusal.kind] ?? 'PAGE_CHANGED';
  return { ok: false, kind, seen: refusal.seen };
}

/** A gift told by its name has a picture too: without a list, that is how it is known again when its name is hidden. */
function learnPicture(gift, tile) {
  const others = new Set(readGifts().tiles.filter((other) => other.el !== tile.el).flatMap((other) => other.pictures));
  if (tile.name !== null) addPictures(gift, tile.pictures.filter((picture) => !others.has(picture)));
}

/** Where a hand would touch the tile: its picture or name, never a control that says Send. */
function targetOf({ el, nameEl }) {
  const pictures = every(el, 'img,picture').filter((img) => visible(img) && byPicture(picturesOf(img)).length > 0);
  for (const target of [...pictures, nameEl]) if (target && visible(target) && !isSend(controlOf(target, el))) return target;
  return el;
}
