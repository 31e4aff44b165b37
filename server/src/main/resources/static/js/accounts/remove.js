// Removal: the name is typed, and both before and after it says what is wiped and what stays.
import { api } from '../api.js';
import { h } from '../dom.js';
import { openDialog } from '../dialogs.js';
import { t } from '../i18n.js';
import { problemText, spentText } from '../toasts.js';
import { gone } from './acts.js';

const list = (key, lines) => [h('h3', { t: key }), h('ul', { class: 'lists small' }, lines)];

function told(name, answer) {
  const said = lines => (lines ?? []).map(text => h('li', { lang: 'en', text }));
  return openDialog({
    head: 'accounts.removed',
    args: { account: name },
    build: close => [...list('accounts.removed.wiped', said(answer.wiped)), ...list('accounts.removed.stays', said(answer.stays)),
      h('footer', {}, h('button', { class: 'button primary', type: 'button', t: 'common.close', on: { click: () => close('') } }))],
  });
}

export async function removeAccount(account) {
  const typed = h('input', { class: 'input', id: 'remove-name', required: true, autocomplete: 'off', spellcheck: 'false', autofocus: true });
  const button = h('button', { class: 'button danger', type: 'submit', disabled: true, t: 'accounts.remove.do' });
  const wrong = h('p', { class: 'error', role: 'alert', hidden: true });
  typed.addEventListener('input', () => { button.disabled = typed.value !== account.name; });
  let answer = null;

  async function remove(event, close) {
    event.preventDefault();
    button.setAttribute('aria-busy', 'true');
    try {
      answer = await api.post(`/api/accounts/${encodeURIComponent(account.name)}/remove`);
      close('gone');
    } catch (problem) {
      wrong.hidden = false;
      wrong.textContent = `${problemText(problem)} ${spentText(problem)}`;
    } finally {
      button.removeAttribute('aria-busy');
    }
  }

  const how = await openDialog({
    head: 'accounts.remove.title',
    args: { account: account.name },
    build: close => h('form', { class: 'stack', on: { submit: event => remove(event, close) } },
      ...list('accounts.remove.wipes', ['1', '2', '3'].map(n => h('li', { t: `accounts.remove.wipes.${n}` }))),
      ...list('accounts.remove.stays', ['1', '2'].map(n => h('li', { t: `accounts.remove.stays.${n}` }))),
      h('div', { class: 'field' }, h('label', { for: 'remove-name', text: t('accounts.remove.type', { account: account.name }) }), typed),
      wrong,
      h('footer', {}, h('button', { class: 'button', type: 'button', t: 'common.cancel', on: { click: () => close('') } }), button)),
  });
  if (how !== 'gone') return;
  gone(account.name);
  await told(account.name, answer);
}
