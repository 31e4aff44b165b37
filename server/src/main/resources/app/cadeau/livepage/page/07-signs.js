// Signs of trouble: challenge, dialog, log-in, off air. Chat can write any words, so words count only in notices:
// dialogs, alerts, headings, and what lies over the middle of the page.

const DIALOGS = 'dialog[open],[role=dialog],[role=alertdialog],[aria-modal=true]';

/** Dialogs that are open; the gift panel itself may be marked as one and is none. */
function openDialogs() {
  const found = [...document.querySelectorAll(DIALOGS), ...named('dialog').map(({ el }) => el)];
  return found.filter((el) => visible(el) && !el.closest('[aria-hidden=true]') && !isPanel(el));
}

/** The panel that we selected in, or one that holds other tiles. */
function isPanel(el) {
  if (chosen.tile && el.contains(chosen.tile.el)) return true;
  const prices = runs(el).filter((run) => priceIn(run.text) !== null);
  return prices.length > 1 && readGifts().tiles.some((tile) => el.contains(tile.el));
}

const dialogText = () => {
  const dialog = openDialogs()[0];
  return dialog ? saying(dialog).slice(0, 160) || describe(dialog) : null;
};

/** What a challenge says, or null when there is none. */
function challengeText() {
  const frame = named('challenge').find(({ el }) => visible(el) && !elsewhere(el));
  if (frame) return saying(frame.el).slice(0, 160) || describe(frame.el);
  const said = notices().find((text) => wordWithin('challenge', text));
  return said ?? null;
}

/** Texts that the page says as itself. */
function notices() {
  const elements = [
    ...document.querySelectorAll(`${DIALOGS},[role=alert],[role=alertdialog],[role=heading],h1,h2,h3`),
    ...named('notice').map(({ el }) => el),
  ];
  const said = elements.filter((el) => visible(el) && !elsewhere(el) && !isRow(el)).map((el) => saying(el).slice(0, 400));
  return [document.title, ...said, overlayText()];
}

/** The text of what is laid over the middle of the page, but for rows such as those of a floating chat. */
function overlayText() {
  let over = null;
  const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
  for (let up = middle; up && up !== document.body; up = up.parentElement) {
    if (up.querySelector('video,textarea,[contenteditable],[role=log]')) break;
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
  const controls = [...document.querySelectorAll('button,a,[role=button]')];
  return controls.find((el) => isWord('logIn', saying(el)) && visible(el) && !elsewhere(el) && !isRow(el)) ?? null;
}

/**
 * What the page says about being off air or ended, or null. With gifts to see it can only have ended: a notice that
 * something is unavailable may mean one gift. Without, plain lines count too.
 */
function airText(scene) {
  const texts = notices();
  if (scene.tiles.length === 0) {
    for (const run of runs(document.body)) {
      if (run.text.length < 120 && visible(run.el) && !elsewhere(run.el) && !isRow(run.el)) texts.push(run.text);
    }
  }
  for (const key of scene.tiles.length === 0 ? ['ended', 'offAir'] : ['ended']) {
    const text = texts.find((said) => wordWithin(key, said));
    if (text) return { key, text: text.slice(0, 160) };
  }
  return null;
}
