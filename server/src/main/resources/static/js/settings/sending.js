// From how many coins on a send waits for an undo, or has its amount typed; and the shortcuts of single letters.
import { at, fill, h } from '../dom.js';
import { pref, setPref } from '../prefs.js';
import { toast } from '../toasts.js';
import { t } from '../i18n.js';
import { pair } from './pair.js';

function coins(name) {
  const id = `pref-${name}`;
  const input = h('input', { class: 'input number', id, type: 'number', inputmode: 'numeric', min: 0, max: 1000000000, step: 1, required: true, value: pref(name), on: { change: keep } });
  function keep() {
    if (!input.checkValidity()) { input.setAttribute('aria-invalid', 'true'); input.reportValidity(); return; }
    input.removeAttribute('aria-invalid');
    setPref(name, Number(input.value));
    toast('good', t('settings.kept'));
  }
  return pair(`settings.${name}`, input, `settings.${name}.why`, id);
}

export function startSending(root) {
  const letters = h('input', { type: 'checkbox', id: 'pref-letters', checked: pref('letters') !== false, on: { change: event => setPref('letters', event.target.checked) } });
  fill(at('sending', root), coins('undoFrom'), coins('typeFrom'),
    pair('common.keys.letters', h('span', { class: 'check' }, letters), 'settings.letters.why', 'pref-letters'));
}
