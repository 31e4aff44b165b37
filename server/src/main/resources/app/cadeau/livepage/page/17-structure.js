// The page's elements as HTML for a person: tags, roles, classes and the texts that may be shown. No script, no value
// of a field, no address. Rows of many alike are told by their first.

const KEPT_NODES = 5000;
const KEPT_ROWS = 3;
const KEPT_TILES = 12;
const LEFT_OUT = /^(SCRIPT|STYLE|NOSCRIPT|TEMPLATE|LINK|META)$/;
const PLAIN_ATTRIBUTES = ['id', 'class', 'role', 'type', 'data-e2e', 'tabindex', 'disabled', 'hidden', 'lang', 'dir', 'contenteditable'];
const TEXT_ATTRIBUTES = ['aria-label', 'title', 'alt', 'placeholder'];

const structure = () => withinOneLook(() => {
  const page = { ...readPage(), left: KEPT_NODES };
  const lines = [];
  element(page, document.body, 0, lines);
  return lines.join('\n');
});

function element(page, el, depth, lines) {
  const indent = ' '.repeat(Math.min(depth, 40));
  if (page.left-- <= 0) return;
  const open = `<${el.tagName.toLowerCase()}${attributes(page, el)}>`;
  if (el.tagName === 'svg' || el.tagName === 'IFRAME' || el.matches(FIELDS)) return void lines.push(indent + open);
  lines.push(indent + open + (visible(el) ? '' : ' <!-- not seen -->'));
  for (const text of ownTexts(el)) lines.push(`${indent} ${escaped(shownText(page, el, text))}`);
  children(page, el, depth, lines);
}

function ownTexts(el) {
  const own = [...el.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data);
  const text = own.join('').replace(/\s+/g, ' ').trim();
  return text === '' ? [] : [text];
}

function children(page, el, depth, lines) {
  const seen = new Map();
  let left = 0;
  for (const child of [...el.children].filter((inside) => !LEFT_OUT.test(inside.tagName))) {
    const offers = holdsCell(page, child) || inCell(page, child);
    const kind = `${child.tagName}.${child.className} ${offers}`;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    if (seen.get(kind) <= (offers ? KEPT_TILES : KEPT_ROWS)) element(page, child, depth + 1, lines);
    else left += 1;
  }
  if (left > 0) lines.push(`${' '.repeat(Math.min(depth, 40))} <!-- and ${left} more like these -->`);
}

function attributes(page, el) {
  const plainOnes = [...el.attributes]
    .filter(({ name }) => PLAIN_ATTRIBUTES.includes(name) || (name.startsWith('aria-') && name !== 'aria-label'))
    .filter(({ name }) => !/^aria-(valuetext|description|placeholder)$/.test(name))
    .map(({ name, value }) => asWritten(name, cut(value.slice(0, 200))));
  const texts = TEXT_ATTRIBUTES.filter((name) => el.getAttribute(name)).map((name) => asWritten(name, attributeText(page, el, name)));
  return [...plainOnes, ...texts, ...pictureOf(el)].join('');
}

const attributeText = (page, el, name) => {
  const value = el.getAttribute(name).trim();
  const field = name === 'placeholder' && value.length <= 40 && cut(value) === value;
  return field ? value : shownText(page, el, value);
};

/** Not the address, which may carry a token, but whose picture it is. */
function pictureOf(el) {
  if (el.tagName !== 'IMG') return [];
  const ids = byPicture(picturesOf(el)).map((gift) => gift.id);
  return [asWritten('src', ids.length > 0 ? `[picture of gift ${ids.slice(0, 5).join(' ')}]` : '[picture]')];
}

const asWritten = (name, value) => (value === '' ? ` ${name}` : ` ${name}="${escaped(value)}"`);

const escaped = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
