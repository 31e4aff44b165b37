// Quantity and pace: a slider and a field each, which say the same. The slider of the quantity is logarithmic.
import { at, h } from '../dom.js';
import { number, onLanguage, say } from '../i18n.js';
import { change, form, most, onForm, validCps, validQuantity } from './form.js';

const steps = 1000;
const quick = [1, 10, 100, 1000];
const toSlider = quantity => Math.round(steps * Math.log(Math.max(1, quantity)) / Math.log(most.quantity));

// Round numbers on the way: 1 to 20 each, then two digits of meaning.
function fromSlider(place) {
  const exact = most.quantity ** (place / steps);
  const grain = exact <= 20 ? 1 : 10 ** (Math.floor(Math.log10(exact)) - 1) * (exact < 100 ? 1 : 5);
  return Math.min(most.quantity, Math.max(1, Math.round(exact / grain) * grain));
}

function filled(slider) {
  const share = (slider.value - slider.min) / (slider.max - slider.min);
  slider.style.setProperty('--filled', `calc(${share * 100}% + ${12 - share * 24}px)`);
}

function fault(field, hint, key) {
  field.setAttribute('aria-invalid', key !== null);
  hint.hidden = key === null;
  if (key) say(hint, key, { most: most.quantity, cps: most.cps });
}

export function mountNumbers(root) {
  const [quantity, slider, hint] = ['quantity', 'quantity-slider', 'quantity-hint'].map(name => at(name, root));
  const [cps, cpsSlider, cpsHint] = ['cps', 'cps-slider', 'cps-hint'].map(name => at(name, root));
  const chips = quick.map(n => h('button', { class: 'chip', type: 'button', on: { click: () => change({ quantity: n }) } }));
  at('quantities', root).append(...chips);

  const name = () => chips.forEach((chip, n) => { chip.textContent = number(quick[n]); });
  const draw = (now, source) => {
    if (source !== 'quantity') quantity.value = now.quantity;
    if (source !== 'cps') cps.value = now.cps;
    if (source !== 'quantity-slider') slider.value = toSlider(now.quantity);
    cpsSlider.value = now.cps;
    slider.setAttribute('aria-valuetext', number(now.quantity));
    filled(slider);
    filled(cpsSlider);
    chips.forEach((chip, n) => chip.setAttribute('aria-pressed', String(quick[n] === now.quantity)));
    fault(quantity, hint, validQuantity(now.quantity) ? null : 'sender.quantity.wrong');
    fault(cps, cpsHint, validCps(now.cps) ? null : 'sender.cps.wrong');
  };
  slider.addEventListener('input', () => change({ quantity: fromSlider(Number(slider.value)) }, 'quantity-slider'));
  quantity.addEventListener('input', () => change({ quantity: quantity.value === '' ? NaN : Number(quantity.value) }, 'quantity'));
  cpsSlider.addEventListener('input', () => change({ cps: Number(cpsSlider.value) }));
  cps.addEventListener('input', () => change({ cps: cps.value === '' ? NaN : Number(cps.value) }, 'cps'));
  onForm(draw);
  onLanguage(name);
  name();
  draw(form, null);
}
