// What is kept of a page for the person who will write its selectors: which texts may be shown, and what a picture must
// hide. Only the page's own words and its gifts are shown: of all else, chat and names first, no letter. Touches nothing.

/** Parts of a page where people speak, by the words that pages put there, whatever else their classes are. */
const SPEAKING = ['chat', 'comment', 'message', 'viewer', 'user', 'nickname', 'tray', 'ranking', 'giver', 'avatar', 'profile']
  .flatMap((word) => [`[class*=${word} i]`, `[data-e2e*=${word} i]`, `[id*=${word} i]`]).join();

const FIELDS = 'input,textarea,select,[contenteditable]';
const HEADINGS = 'h1,h2,h3';

/** The same as Cut.java: what may be a token or an id. */
const cut = (text) => text
  .replace(/[A-Za-z0-9_+/=%~]{28,}/g, '[token]')
  .replace(/(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{14,}/g, '[token]')
  .replace(/\d{7,}/g, '[id]');

/** The wallet as the page's own call told it: on a page that nobody understands it is no balance, only a number. */
const secretCoins = { number: null };

function coinsToHide(coins) {
  secretCoins.number = coins;
}

/** A number that is no price of a gift in its tile nor has a unit that is said often: it may be the wallet's. */
function mayBeCoins(page, el, text) {
  if (!/\d/.test(text)) return false;
  if (page.wallet?.el.contains(el)) return true;
  const digits = Number(text.replace(/\D/g, ''));
  if (secretCoins.number !== null && secretCoins.number > 99 && digits === secretCoins.number) return true;
  return !inCell(page, el) && calledExactly(text).length === 0 && !((said(page, text) ?? 0) >= 3 && withoutNumber(text) !== '');
}

/** What one keeping knows of the page: its gifts, its balance, and how often each word is said beside a number. */
function readPage() {
  const scene = readGifts();
  return { scene, wallet: walletOf(scene), cells: scene.tiles.map((tile) => tile.cell), said: saidOften() };
}

const inCell = (page, el) => page.cells.some((cell) => cell.contains(el));
const holdsCell = (page, el) => page.cells.some((cell) => el.contains(cell));

/** The largest part around an element where people speak and no gift is offered, or null. */
function speakingAround(page, el) {
  let found = null;
  for (let up = el; up && up !== document.body && !holdsCell(page, up); up = up.parentElement) {
    if (up.matches(SPEAKING) || elsewhere(up)) found = up;
  }
  return found;
}

const withoutNumber = (text) => plain(text.replace(/\d[\d\s.,'’]*/g, ' '));

/** Words said three times on controls beside numbers, or after numbers: a unit or a Send that no design knows yet. */
function saidOften() {
  const said = new Map();
  for (const run of runs(document.body)) {
    const word = withoutNumber(run.text);
    if (word === '' || word.length > 20 || !(/^\d/.test(run.text) || besideNumber(run.el))) continue;
    said.set(word, (said.get(word) ?? 0) + 1);
  }
  return said;
}

const besideNumber = (el) => {
  const control = el.closest('button,[role=button]');
  const around = control?.parentElement;
  return Boolean(around) && runs(around).length < 8 && runs(around).some((run) => /^\d/.test(run.text));
};

/** Whether a text is the page's own word or a gift's. */
function mayBeShown(page, el, text) {
  if (text.length > 160 || el.closest(FIELDS) || cut(text) !== text) return false;
  if (inCell(page, el)) return text.length <= 40;
  if (speakingAround(page, el)) return false;
  if (isOwnWord(text) || calledExactly(text).length > 0 || isShortName(text) || [...designs.words.keys()].some((key) => isWord(key, text))) return true;
  if ((said(page, text) ?? 0) >= 3) return true;
  const control = el.closest('button,[role=button],[role=tab]');
  if (control && text.length <= 30 && !isRow(control) && !isRow(el)) return true;
  return el.closest(HEADINGS) !== null && !inNotice(el) && !isRow(el);
}

/** What a notice says may name a viewer: of it only the words that a design knows are told, and its length. */
const inNotice = (el) => el.closest(`${DIALOGS},[role=alert]`) !== null;

function noticeWords(text) {
  const known = [...designs.words.keys()].map((key) => wordWithin(key, text)).filter(Boolean);
  return `[${text.length} characters${known.length > 0 ? `, in them ${[...new Set(known)].map((word) => `"${word}"`).join(' ')}` : ''}]`;
}

const NOTICES = ['dialog', 'challenge', 'offAir'];

/** What the doctor sees, as it may be kept. */
const probeToKeep = () => probe().map((row) => (NOTICES.includes(row.target) && row.how ? { ...row, how: noticeWords(row.how) } : row));

const said = (page, text) => (/^\d/.test(text) || text.length <= 20 ? page.said.get(withoutNumber(text)) : 0);

/** A name of a gift as a narrow tile cuts it: "Finger He…". */
const isShortName = (text) => /(…|\.\.\.)$/.test(text) && text.length > 4 && byName(text).length > 0;

/** A text as it may be kept: the wallet's digits are nines, what is not shown is its length. */
function shownText(page, el, text) {
  if (!mayBeShown(page, el, text)) return inNotice(el) ? noticeWords(text) : `[${text.length} characters]`;
  return mayBeCoins(page, el, text) ? text.replace(/\d/g, '9') : text;
}

// What a picture must hide: rectangles in CSS pixels. Taken before and after the picture; chat may move between.

const MOST_MASKS = 3000;

/** Null when there is more to hide than can be told: then there is no picture. */
function masks() {
  return withinOneLook(() => {
    const page = readPage();
    const hidden = [];
    for (const run of runs(document.body)) {
      const shown = mayBeShown(page, run.el, run.text);
      if (shown && mayBeCoins(page, run.el, run.text)) hidden.push(...boxesOf(run.end.parentElement));
      const alike = shown ? null : hide(page, run.el);
      if (alike) hidden.push(...alike);
    }
    for (const el of document.body.querySelectorAll('*')) if (!maskless(page, el)) hidden.push(el.getBoundingClientRect());
    if (page.wallet) hidden.push(page.wallet.el.getBoundingClientRect());
    const told = inSight(hidden);
    return told.length > MOST_MASKS ? null : { masks: told, gifts: giftArea(page), width: innerWidth, height: innerHeight };
  });
}

/** All of what is said there, and where it is a row of many alike or a part where people speak, all of that. */
function hide(page, el) {
  const boxes = [...el.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).flatMap(boxesOf);
  const around = [speakingAround(page, el), rowsAround(page, el)].filter((part) => part && !fillsPage(part));
  return [...boxes, ...around.map((part) => part.getBoundingClientRect())];
}

function boxesOf(node) {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()];
}

function rowsAround(page, el) {
  for (let up = el, level = 0; up && up !== document.body && level < 4; up = up.parentElement, level++) {
    if (isRow(up) && up.parentElement && !holdsCell(page, up.parentElement)) return up.parentElement;
  }
  return null;
}

function fillsPage(el) {
  const box = el.getBoundingClientRect();
  return box.width * box.height > 0.6 * innerWidth * innerHeight;
}

/** False for what may show a person, a secret, or what cannot be looked into. */
function maskless(page, el) {
  const tag = el.tagName;
  if (el.matches(FIELDS)) return false;
  if (tag === 'IFRAME') return named('challenge').some((one) => one.el === el);
  if (el.shadowRoot || tag.includes('-') || /^(CANVAS|OBJECT|EMBED)$/.test(tag)) return false;
  if (!/^(IMG|image|PICTURE)$/.test(tag) && !/url\(/.test(getComputedStyle(el).backgroundImage)) return true;
  return inCell(page, el) || byPicture(picturesOf(el)).length > 0 || fillsPage(el);
}

/** Those within the window, as whole numbers, each once. */
function inSight(boxes) {
  const told = new Map();
  for (const box of boxes) {
    const [x, y] = [Math.max(0, Math.floor(box.left) - 2), Math.max(0, Math.floor(box.top) - 2)];
    const [right, bottom] = [Math.min(innerWidth, Math.ceil(box.right) + 2), Math.min(innerHeight, Math.ceil(box.bottom) + 2)];
    if (right - x > 4 && bottom - y > 4) told.set(`${x},${y},${right},${bottom}`, [x, y, right - x, bottom - y]);
  }
  return [...told.values()];
}

/** Around all that is offered: the tiles, and the regions of their lists as far as those are small. */
function giftArea(page) {
  const parts = page.scene.lists.flatMap((list) => [...list.tiles.map((tile) => tile.cell), ...regionsOf(list).filter((el) => !fillsPage(el))]);
  const boxes = inSight(parts.filter(visible).map((el) => el.getBoundingClientRect()));
  if (boxes.length === 0) return null;
  const [x, y] = [Math.min(...boxes.map((box) => box[0])), Math.min(...boxes.map((box) => box[1]))];
  return [x, y, Math.max(...boxes.map((box) => box[0] + box[2])) - x, Math.max(...boxes.map((box) => box[1] + box[3])) - y];
}
