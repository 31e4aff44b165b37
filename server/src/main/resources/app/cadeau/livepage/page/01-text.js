// Reading text, numbers and visibility. Knows nothing of gifts.

const plainTexts = new Map();

/** Letters and digits in lower case, everything else a single space: "More ^" reads "more". Remembers a few thousand. */
function plain(text) {
  const known = plainTexts.get(text);
  if (known !== undefined) return known;
  if (plainTexts.size > 4000) plainTexts.clear();
  const read = (text ?? '').normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
  plainTexts.set(text, read);
  return read;
}

/** What one look at the page has already read of an element. Open only within a turn, as long as nothing can change. */
let glimpse = null;

function withinOneLook(look) {
  if (glimpse) return look();
  glimpse = { runs: new WeakMap(), pictures: new WeakMap(), names: new WeakMap(), labels: new WeakMap() };
  try {
    return look();
  } finally {
    glimpse = null;
  }
}

function seenOnce(kind, el, read) {
  if (!glimpse || !el) return read();
  if (!glimpse[kind].has(el)) glimpse[kind].set(el, read());
  return glimpse[kind].get(el);
}

/** As it is written, but for case and spaces: "TikTok Universe+" is not "TikTok Universe". */
const written = (text) => (text ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

const hasLetters = (text) => /\p{L}/u.test(text);

/** What is in the page but not said by it; a price struck through is no price. */
const UNSAID = /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|S|DEL|OPTION)$/i;

/**
 * The runs of text below a node: neighbouring text nodes are one run, as frameworks write "1" and " Coin" apart.
 * Hidden text is read too: a selected tile hides its name, but often keeps it.
 */
const runs = (root) => seenOnce('runs', root, () => readRuns(root));

function readRuns(root) {
  const found = [];
  let last = null;
  for (const node of textsBelow(root)) {
    const el = node.parentElement ?? node.parentNode.host ?? null;
    if (!el || UNSAID.test(el.tagName)) continue;
    if (last && continues(last.end, node)) {
      last.text += node.data;
      last.end = node;
    } else {
      last = { text: node.data, el, end: node };
      found.push(last);
    }
  }
  for (const run of found) run.text = run.text.replace(/\s+/g, ' ').trim();
  return found.filter((run) => run.text !== '');
}

function textsBelow(root) {
  const found = [];
  if (!root) return found;
  if (tree.deep) {
    gatherTexts(root, found);
    return found;
  }
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) found.push(node);
  return found;
}

function gatherTexts(node, found) {
  for (const child of below(node)) {
    if (child.nodeType === Node.TEXT_NODE) found.push(child);
    else if (child.nodeType === Node.ELEMENT_NODE) gatherTexts(child, found);
  }
}

/** True when only comments stand between two text nodes of one parent. */
function continues(before, node) {
  let next = before.nextSibling;
  while (next && next.nodeType === Node.COMMENT_NODE) next = next.nextSibling;
  return next === node;
}

const saying = (el) => runs(el).map((run) => run.text).join(' ');

/** "20,164", "20 164", "20.164" and "20164" are whole numbers; "1.2K", "3/10" and "×4" are null. */
function wholeNumber(text) {
  const digits = text.trim();
  if (/^\d{1,9}$/.test(digits)) return Number(digits);
  if (/^\d{1,3}([\s.,'’\u00a0\u202f]\d{3}){1,2}$/.test(digits)) return Number(digits.replace(/\D/g, ''));
  return null;
}

const isElement = (node) => node?.nodeType === Node.ELEMENT_NODE;

/** Rendered, with a size, and not wholly transparent. Being clipped or scrolled away does not count as hidden. */
function visible(el) {
  if (!el.isConnected || !el.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  const box = el.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && (!tree.deep || !frameOf(el) || visible(frameOf(el)));
}

/** In the window, whatever frame the element is in. */
const centreOf = (el) => {
  const box = el.getBoundingClientRect();
  const { left, top } = tree.deep ? offsetOf(el) : { left: 0, top: 0 };
  return { x: left + box.left + box.width / 2, y: top + box.top + box.height / 2 };
};

/** What lies at an element's own centre; null when that is outside the window. */
function atCentreOf(el) {
  const { x, y } = centreOf(el);
  return atPoint(x, y);
}

const lies = (el, within) => el !== null && holds(within, el);

/** What an element is called where it shows no text, as a picture of a paper plane does. */
function labelOf(el) {
  const own = el.getAttribute('aria-label') ?? el.getAttribute('title');
  if (own) return own;
  const by = el.getAttribute('aria-labelledby')?.split(/\s+/).map((id) => el.getRootNode().getElementById?.(id)?.textContent);
  if (by?.some(Boolean)) return by.filter(Boolean).join(' ');
  const part = every(el, '[aria-label],[title],img[alt]')[0];
  return part?.getAttribute('aria-label') ?? part?.getAttribute('title') ?? part?.getAttribute('alt') ?? '';
}

/** Its text, or else its label. */
const spoken = (el) => saying(el) || labelOf(el);

/** An element in words, for a person who reads why nothing was pressed. */
function describe(el) {
  if (!isElement(el)) return 'nothing';
  const mark = el.id ? `#${el.id}` : el.getAttribute('data-e2e') ? `[data-e2e=${el.getAttribute('data-e2e')}]` : '';
  const text = spoken(el).slice(0, 60);
  return `<${el.tagName.toLowerCase()}${mark}>${text ? ` "${text}"` : ''}`;
}

const CLICKABLE = 'button,a[href],[role=button],[role=option],[role=menuitem],[role=link],[role=tab],[role=radio],[role=gridcell],[tabindex],[onclick],input,select';

const clickable = (el) => el.matches(CLICKABLE) || getComputedStyle(el).cursor === 'pointer';

/** The control that an element belongs to, not beyond `limit`; the element itself when nothing marks one. */
function controlOf(el, limit) {
  for (let up = el; up && up !== limit; up = parentOf(up)) if (up.matches(CLICKABLE)) return up;
  return el;
}

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Asks again every few milliseconds until there is an answer or the time is over; then the last answer. */
async function until(deadline, ask) {
  for (;;) {
    const answer = ask();
    if (answer || performance.now() >= deadline) return answer;
    await pause(20);
  }
}
