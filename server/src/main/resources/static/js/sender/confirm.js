// The dearer, the more is asked: nothing, five seconds to undo, the amount typed.
import { h } from '../dom.js';
import { openDialog } from '../dialogs.js';
import { number, say } from '../i18n.js';
import { pref } from '../prefs.js';
import { coin } from './picker.js';

const seconds = 5;

/** @returns {Promise<boolean>} whether it is to be sent */
export function confirmed(coins, form, buttons) {
  if (coins >= pref('typeFrom')) return typed(coins, form);
  return coins >= pref('undoFrom') ? notUndone(buttons) : Promise.resolve(true);
}

// The focus stays where it was: on the button that now takes the send back.
function notUndone({ send, undo }) {
  return new Promise(resolve => {
    const end = performance.now() + seconds * 1000;
    const focused = document.activeElement === send;
    const finish = value => {
      clearInterval(timer);
      undo.onclick = null;
      undo.hidden = true;
      send.hidden = false;
      if (document.activeElement === document.body || focused) send.focus();
      resolve(value);
    };
    const tick = () => {
      const left = Math.ceil((end - performance.now()) / 1000);
      undo.style.setProperty('--share', String(Math.max(0, (end - performance.now()) / (seconds * 1000))));
      if (left <= 0) finish(true);
      else say(undo, 'sender.undo', { n: left });
    };
    send.hidden = true;
    undo.hidden = false;
    undo.onclick = () => finish(false);
    if (focused) undo.focus();
    const timer = setInterval(tick, 100);
    tick();
  });
}

async function typed(coins, form) {
  const answer = await openDialog({
    head: 'sender.large.title',
    build: close => {
      const field = h('input', { class: 'input', id: 'amount', inputmode: 'numeric', autocomplete: 'off', autofocus: true, 'aria-describedby': 'amount-hint' });
      const button = h('button', { class: 'button primary', type: 'submit', disabled: true, t: 'sender.large.send', args: { n: coins } });
      const digits = () => field.value.replaceAll(/[\s.,'’\u00a0\u202f]/gu, '');
      field.addEventListener('input', () => { button.disabled = digits() !== String(coins); });
      return h('form', { class: 'stack', on: { submit: event => { event.preventDefault(); if (!button.disabled) close('send'); } } },
        h('p', { class: 'large' }, coin(), h('strong', { text: number(coins) })),
        h('p', { t: 'sender.large.what', args: { n: form.quantity, gift: form.gift.name, streamer: form.streamer, account: form.account } }),
        h('p', { class: 'quiet', t: 'sender.large.final' }),
        h('div', { class: 'field' }, h('label', { for: 'amount', t: 'sender.large.type', args: { n: coins } }), field, h('p', { class: 'hint', id: 'amount-hint', t: 'sender.large.hint' })),
        h('footer', {}, h('button', { class: 'button', type: 'button', t: 'common.cancel', on: { click: () => close('') } }), button));
    },
  });
  return answer === 'send';
}
