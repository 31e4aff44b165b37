// Signs of trouble: challenge, dialog, log-in, off air. Chat can write any words, so words count only in notices:
// dialogs, alerts, headings, and what lies over the middle of the page.

const DIALOGS = 'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]';

/** What may be a sign, wherever it is in the page, as one selector. */
const SIGNS_AT = () => [DIALOGS, '[role=alert],[role=heading],h1,h2,h3', ...selectorsOf('dialog'), ...selectorsOf('challenge'),
  ...selectorsOf('notice')].join();

const selectorsOf = (key) => designs.list.flatMap((design) => design.selectors?.[key] ?? []);

const matchesAny = (el, key) => selectorsOf(key).some((selector) => el.matches(selector));

/** Dialogs that are open; the gift panel itself may be marked as one and is none. */
function openDialogs() {
  const marked = suspects().filter((el) => el.matches(DIALOGS) || matchesAny(el, 'dialog'));
  return marked.filter((el) => visible(el) && !closest(el, '[aria-hidden=true]') && !isPanel(el));
}

/** Dialogs known to be panels, each by one of its tiles: the page is not searched for it at each press. */
const panels = new Map();

/** The panel that we selected in, what Send was proved to belong to, or one that holds other tiles. */
function isPanel(el) {
  if (chosen.tile && (holds(el, chosen.tile.el) || (chosen.proof?.around && holds(el, chosen.send)))) return true;
  const known = panels.get(el);
  if (known?.isConnected && holds(el, known)) return true;
  panels.delete(el);
  const prices = runs(el).filter((run) => priceOf(run.text) !== null);
  const tile = prices.length > 1 ? readGifts().tiles.find((one) => holds(el, one.el)) : null;
  if (tile) panels.set(el, tile.el);
  return Boolean(tile);
}

const dialogText = () => {
  const dialog = openDialogs()[0];
  return dialog ? saying(dialog).slice(0, 160) || describe(dialog) : null;
};

/** What a challenge says, or null when there is none. */
function challengeText() {
  const frame = suspects().find((el) => matchesAny(el, 'challenge') && visible(el) && !elsewhere(el));
  if (frame) return saying(frame).slice(0, 160) || describe(frame);
  const said = notices().find((text) => wordWithin('challenge', text));
  return said ?? null;
}

/** Texts that the page says as itself. */
function notices() {
  const elements = suspects().filter((el) => !matchesAny(el, 'challenge'));
  const said = elements.filter((el) => visible(el) && !elsewhere(el) && !isRow(el)).map((el) => saying(el).slice(0, 400));
  return [document.title, ...said, overlayText()];
}

/** The text of what is laid over the middle of the page, but for rows such as those of a floating chat. */
function overlayText() {
  let over = null;
  const middle = atPoint(innerWidth / 2, innerHeight / 2);
  for (let up = middle; up && up !== document.body; up = parentOf(up)) {
    if (up.localName === 'iframe' || every(up, 'video,textarea,[contenteditable],[role=log]').length > 0) break;
    if (/fixed|absolute/.test(getComputedStyle(up).position)) over = up;
  }
  const said = over && !isPanel(over) ? runs(over) : [];
  return said.length > 40 ? '' : said.filter((run) => !isRow(run.el)).map((run) => run.text).join(' ');
}

/** One of many alike: a row of chat, not a notice. */
const isRow = (el) => {
  const alike = (one) => [...(one.parentElement?.children ?? [])].filter((other) => other.tagName === one.tagName
    && other.className === one.className).length;
  return alike(el) > 3 || (el.parentElement !== null && el.parentElement !== document.body && alike(el.parentElement) > 3);
};

/** The control that asks to log in; only on a page that shows no wallet. */
function logInControl() {
  const byDesign = named('logIn').find(({ el }) => visible(el) && !elsewhere(el));
  if (byDesign) return byDesign.el;
  const controls = every(document, 'button,a,[role=button]');
  return controls.find((el) => isWord('logIn', saying(el)) && visible(el) && !elsewhere(el) && !isRow(el)) ?? null;
}

/**
 * What the page says about being off air, ended, or closed to us, or null. With gifts to see it can only have ended: a
 * notice that something is unavailable may mean one gift. Without, plain lines count too, but not for who may come in:
 * a chat may begin with "you must be 18 to send Gifts".
 */
function airText(scene) {
  const said = notices();
  if (scene.tiles.length > 0) return saidOf('ended', said);
  const texts = [...said, ...plainLines()];
  return saidOf('ended', texts) ?? saidOf('offAir', texts) ?? saidOf('barred', said);
}

function saidOf(key, texts) {
  const text = texts.find((one) => wordWithin(key, one));
  return text ? { key, text: text.slice(0, 160) } : null;
}

/** Short lines of the page that are nobody's chat. */
const plainLines = () => runs(document.body)
  .filter((run) => run.text.length < 120 && visible(run.el) && !elsewhere(run.el) && !isRow(run.el)).map((run) => run.text);
