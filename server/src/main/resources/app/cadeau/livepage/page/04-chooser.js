// How many gifts one press sends, where the page lets a person choose: 1, 10, 99, 365, 999.

const QUANTITY = /^[x×]?\s*(\d{1,5})\s*[x×]?$/i;

/** True when the number is one of a row of numbers that can be chosen, and no price. */
function inChooser(el) {
  const choice = choiceOf(el);
  return choice !== null && alternativesOf(choice).length > 1;
}

/** The element among whose neighbours a number would be chosen: the control, or the innermost that holds only it. */
function choiceOf(el) {
  const control = controlOf(el, parentOf(parentOf(el) ?? el) ?? null);
  return QUANTITY.test(saying(control)) ? control : null;
}

/** The numbers beside this one, each alone in an element built like it, with nothing else among them. */
function alternativesOf(choice) {
  const row = [...(choice.parentElement?.children ?? [])].filter((other) => other.tagName === choice.tagName);
  const numbers = row.filter((other) => QUANTITY.test(saying(other)) && picturesOf(other).length === 0);
  return numbers.length > 1 && numbers.length === row.length && row.some((other) => clickable(other)) ? numbers : [];
}

const numberOf = (text) => Number(QUANTITY.exec(text.trim())?.[1] ?? NaN);

/** Rows of numbers below a root, each with the one that is chosen; null when the page does not show which. */
function choosersIn(root) {
  const rows = new Map();
  for (const run of runs(root)) {
    if (!QUANTITY.test(run.text)) continue;
    const choice = choiceOf(run.el);
    const row = choice ? alternativesOf(choice) : [];
    if (row.length > 1 && visible(choice)) rows.set(choice.parentElement, row);
  }
  return [...rows.values()].map((row) => ({ row, chosen: chosenOf(row) }));
}

function chosenOf(row) {
  const said = row.filter((one) => chosenMark(one));
  if (said.length === 1) return said[0];
  const classes = row.map((one) => one.className);
  const odd = row.filter((one) => classes.filter((other) => other === one.className).length === 1);
  return row.length > 2 && odd.length === 1 ? odd[0] : null;
}

/** What tells assistive software, or the page's own styles, that this one is chosen. */
const chosenMark = (el) => ['aria-checked', 'aria-selected', 'aria-pressed', 'aria-current'].some((name) => {
  const value = el.getAttribute(name);
  return value !== null && value !== 'false';
}) || /^(checked|active|selected|on)$/.test(el.getAttribute('data-state') ?? '') || el.querySelector('input:checked') !== null;

/** Number fields and lists to choose from, below a root: {el, value}. */
function fieldsIn(root) {
  const found = [];
  for (const el of every(root, 'select,input,[role=spinbutton]')) {
    if (el.matches('[type=radio],[type=checkbox],[type=hidden],[type=search]') || !visible(el)) continue;
    const text = el.getAttribute('aria-valuenow') ?? el.selectedOptions?.[0]?.textContent ?? el.value;
    const number = /\d+/.exec(text ?? '');
    if (number) found.push({ el, value: Number(number[0]) });
  }
  return found;
}

/** How many gifts one press would send, as far as the tile and what stands around Send tell; NaN when it hides it. */
function quantityShown(tile, send, around) {
  const scopes = around && !holds(tile.cell, around) ? [tile.cell, around] : [tile.cell];
  for (const scope of scopes) {
    const field = fieldsIn(scope).find(({ value }) => value !== 1);
    if (field) return field.value;
    const chooser = choosersIn(scope).find(({ chosen: one }) => numberOf(one ? saying(one) : '') !== 1);
    if (chooser) return chooser.chosen ? numberOf(saying(chooser.chosen)) : NaN;
  }
  return scopes.map((scope) => timesIn(scope, tile, send)).find((times) => times !== 1) ?? 1;
}

/** "×10", or a number alone within the tile: outside of it numbers may be coins. */
function timesIn(scope, tile, send) {
  const price = priceRunOf(tile);
  for (const run of runs(scope)) {
    if (run.end === price?.end || run.text === tile.name || !visible(run.el) || inChooser(run.el)) continue;
    const inSend = holds(send, run.el);
    if (inSend && combo(send)) continue;
    const times = /[x×]\s*(\d+)|(\d+)\s*[x×]/i.exec(run.text);
    const alone = inSend ? /\d+/.exec(run.text)?.[0] : scope === tile.cell ? wholeNumber(run.text) : null;
    const number = times ? times[1] ?? times[2] : alone;
    if (number !== null && number !== undefined && Number(number) !== 1) return Number(number);
  }
  return 1;
}

/** Sets what can be chosen to 1, as a hand would. True when something was touched. */
function chooseOne(scopes) {
  let touched = false;
  for (const scope of scopes) {
    for (const { row, chosen: one } of choosersIn(scope)) {
      const wanted = row.find((choice) => numberOf(saying(choice)) === 1);
      if (!wanted || wanted === one) continue;
      clickOnce(wanted);
      touched = true;
    }
    for (const { el, value } of fieldsIn(scope)) if (value !== 1) touched = setField(el) || touched;
  }
  return touched;
}

function setField(el) {
  const option = [...(el.options ?? [])].find((one) => /^\D*1\D*$/.test(one.textContent));
  if (el.options && !option) return false;
  const value = option ? option.value : '1';
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(el), 'value')?.set;
  if (!setter) return false;
  setter.call(el, value);
  el.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  el.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
  return true;
}
