// The settings of an account, folded away: used alone, default, cap, session, removal.
import { h } from '../dom.js';
import { icon } from '../icons.js';
import { date, t } from '../i18n.js';
import { change } from './acts.js';
import { importSession } from './import.js';
import { logIn } from './login.js';
import { removeAccount } from './remove.js';

function cap(account) {
  const id = `cap-${account.name}`;
  const input = h('input', { class: 'input', id, type: 'number', inputmode: 'numeric', min: 1, max: 1000000, step: 1, required: true, value: account.exposureCap, 'aria-describedby': `${id}-hint` });
  return h('form', { class: 'field', on: { submit: event => { event.preventDefault(); change(account, { exposureCap: Number(input.value) }, t('accounts.cap.set', { n: Number(input.value) })); } } },
    h('label', { for: id, t: 'accounts.cap' }),
    h('div', { class: 'cap' }, input, h('button', { class: 'button', type: 'submit', t: 'common.save' })),
    h('p', { class: 'hint', id: `${id}-hint`, t: 'accounts.cap.why' }));
}

export function drawSettings(account) {
  const alone = h('input', { type: 'checkbox', id: `alone-${account.name}`, checked: account.usedAlone,
    on: { change: event => change(account, { usedAlone: event.target.checked }, t(event.target.checked ? 'accounts.alone.on' : 'accounts.alone.off')) } });
  const button = (name, key, run, tone = '') => h('button', { class: `button small ${tone}`, type: 'button', on: { click: run } }, icon(name), h('span', { t: key }));
  return h('details', {},
    h('summary', {}, h('span', { t: 'accounts.settings' }), icon('down')),
    h('div', { class: 'settings' },
      h('label', { class: 'check', for: `alone-${account.name}` }, alone, h('span', {}, h('span', { t: 'accounts.alone' }), h('br'), h('span', { class: 'hint', t: 'accounts.alone.why' }))),
      cap(account),
      account.health?.savedAt ? h('p', { class: 'hint', text: t('accounts.saved', { at: date(account.health.savedAt) }) }) : null,
      h('div', { class: 'buttons' },
        account.standard ? null : button('star', 'accounts.standard.make', () => change(account, { standard: true }, t('accounts.standard.made', { account: account.name }))),
        button('key', 'accounts.login', () => logIn(account.name)),
        button('download', 'accounts.import', () => importSession(account.name)),
        button('trash', 'accounts.remove', () => removeAccount(account), 'danger'))));
}
