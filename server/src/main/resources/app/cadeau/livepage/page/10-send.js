// Finding Send of the selected gift, and the proof that it belongs to it: it stands in the tile, lies over it, or stands
// elsewhere among the gifts and either shows the gift itself or is the only one, while the tile is marked as selected.
// In each case the gate proves it once more: the first press goes alone.

/** Letters of a control, by its text or its label: "Send ×10" reads "send". */
const letters = (el) => lettersOf(spoken(el));

const lettersOf = (text) => plain(text.replace(/[x×]\s*\d+|\d+\s*[x×]|\d+\s*s\b|\d+/gi, ' '));

const isSendText = (text) => isWord('send', lettersOf(text));

/** "Combo ×3": what Send may become once it was pressed. */
const isCombo = (text) => isWord('combo', lettersOf(text));

const isSend = (el) => isWord('send', letters(el));

/** Send of one tile: what a design names, what says Send, or else the one control that has appeared in it. */
function sendOf(cell, before) {
  const byDesign = named('send', cell).filter(({ el }) => visible(el) && isSend(el));
  if (byDesign.length === 1) return { el: byDesign[0].el, how: byDesign[0].design };
  const says = sendsIn(cell, parentOf(cell));
  if (says.length === 1) return { el: says[0], how: 'word' };
  if (says.length > 1 || before.size === 0) return null;
  const fresh = every(cell, 'button,[role=button]').filter((el) => !before.has(el) && visible(el) && (hasLetters(spoken(el)) || every(el, 'svg,img').length > 0));
  return fresh.length === 1 ? { el: fresh[0], how: 'appeared' } : null;
}

/** The controls below a root that say Send, by text or by label, and that can be seen. */
function sendsIn(root, limit) {
  const texts = runs(root).filter((run) => isSendText(run.text)).map((run) => controlOf(run.el, limit));
  const labels = every(root, '[aria-label],[title]').filter((el) => isSendText(labelOf(el)) && saying(el) === '').map((el) => controlOf(el, limit));
  return [...new Set([...texts, ...labels])].filter((el) => visible(el) && isSend(el));
}

/** What the page shows before a tile is clicked, to tell afterwards what has come of it. */
function before(tile) {
  return {
    inCell: new Set([tile.cell, ...every(tile.cell, '*')]),
    controls: new Set(every(document, 'button,[role=button],a,[tabindex]').filter(visible)),
    marks: marksOf(tile),
    texts: new Set(notices()),
  };
}

const MARKS = ['aria-selected', 'aria-pressed', 'aria-checked', 'aria-current', 'data-state', 'data-selected', 'data-active', 'class'];

function marksOf(tile) {
  const marks = [];
  const parts = new Set([...[...ancestors(tile.el, 3)].filter((up) => holds(tile.cell, up)), tile.el, ...every(tile.el, '*')]);
  for (const el of parts) for (const name of MARKS) if (el.hasAttribute(name)) marks.push({ el, name, value: el.getAttribute(name) });
  return marks;
}

/** The mark that selecting left on the tile: {el, name, value}; of a class only what was added. Null when it left none. */
function markLeft(tile, old) {
  for (const { el, name, value } of marksOf(tile)) {
    const was = old.find((mark) => mark.el === el && mark.name === name)?.value ?? '';
    const told = name === 'class' ? value.split(/\s+/).filter((part) => part && !was.split(/\s+/).includes(part)).join(' ') : value;
    if (told !== '' && told !== 'false' && value !== was) return { el, name, value: told };
  }
  return marksOf(tile).find(({ name, value }) => /^aria-(selected|pressed|checked)$/.test(name) && value === 'true') ?? null;
}

const marked = ({ el, name, value }) => el.isConnected && (name !== 'class' ? el.getAttribute(name) === value
  : value.split(' ').every((part) => el.classList.contains(part)));

/** Send of the selected gift outside of its tile, with its proof; `old` is what was there before the tile was clicked. */
function sendBeside(tile, gift, old) {
  const scene = readGifts();
  const free = sendsIn(document.body, document.body).filter((el) => !scene.tiles.some((other) => other.gift !== gift && holds(other.cell, el)) && !elsewhere(el));
  for (const el of free) {
    const around = showsOnly(el, tile, gift, scene);
    if (around && (!old.controls.has(el) || among(el, tile))) return { el, how: 'shows the gift', proof: { around } };
    if (!old.controls.has(el) && liesOver(el, tile)) return { el, how: 'over the tile', proof: { over: true } };
  }
  const near = free.filter((el) => among(el, tile));
  const mark = markLeft(tile, old.marks);
  if (near.length === 1 && mark) return { el: near[0], how: 'beside the selected tile', proof: { mark, around: parentOf(near[0]) } };
  return freshBeside(tile, gift, old, scene);
}

/** In a language that we do not know: the one control that came with the click, in something that shows the gift. */
function freshBeside(tile, gift, old, scene) {
  const fresh = every(document, 'button,[role=button]').filter((el) => !old.controls.has(el) && visible(el) && !elsewhere(el)
    && !scene.tiles.some((other) => other.gift !== gift && holds(other.cell, el)) && hasLetters(spoken(el)));
  if (fresh.length !== 1) return null;
  const around = showsOnly(fresh[0], tile, gift, scene);
  if (around) return { el: fresh[0], how: 'appeared with the gift', proof: { around } };
  return liesOver(fresh[0], tile) ? { el: fresh[0], how: 'appeared over the tile', proof: { over: true } } : null;
}

/** The smallest element around a control that shows this gift and no other, and no tile; null when there is none. */
function showsOnly(el, tile, gift, scene) {
  for (const up of ancestors(el, 6)) {
    if (scene.tiles.some((other) => other.gift !== gift && holds(up, other.el)) || holds(up, tile.el)) return null;
    const shown = giftsShown(up);
    if (shown.length > 0) return shown.every((other) => other === gift) ? up : null;
  }
  return null;
}

/** Gifts that an element shows by picture, else by name. */
function giftsShown(el) {
  const pictured = byPicture(picturesOf(el));
  return pictured.length > 0 ? pictured : [...new Set(runs(el).flatMap((run) => calledExactly(run.text)))];
}

/** Among the gifts: in the regions around their list, or in the dialog, popover or layer that holds the tile. */
function among(el, tile) {
  if (!tile.list) return false;
  const list = readGifts().lists.find((one) => one.el === tile.list);
  if (list && regionsOf(list).some((region) => holds(region, el))) return true;
  const layer = layerOf(tile.el);
  return layer !== null && holds(layer, el);
}

const layerOf = (el) => [...ancestors(el)].find((up) => up.matches(`${DIALOGS},[popover]`) || /fixed|absolute/.test(getComputedStyle(up).position)) ?? null;

function liesOver(el, tile) {
  const { x, y } = centreOf(el);
  const box = tile.cell.getBoundingClientRect();
  const { left, top } = offsetOf(tile.cell);
  return x > box.left + left && x < box.right + left && y > box.top + top && y < box.bottom + top;
}

/** Whether the proof that Send belongs to the tile still holds; else what is seen instead. */
function disproved({ tile, send, gift, proof }) {
  if (!proof) return holds(tile.cell, send) ? null : 'Send is no longer in the tile';
  if (proof.mark) return marked(proof.mark) ? null : 'the tile is no longer marked as selected';
  if (proof.over) return liesOver(send, tile) ? null : 'Send no longer lies over the tile';
  const shown = giftsShown(proof.around);
  return shown.length > 0 && shown.every((other) => other === gift) ? null : `beside Send is now ${shown.map(({ name }) => name).join(', ') || 'no gift'}`;
}
