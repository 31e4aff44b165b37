// A new account: its name, whether Cadeau alone uses it, and then how its session comes.
import { api } from '../api.js';
import { h } from '../dom.js';
import { openDialog } from '../dialogs.js';
import { problemText, spentText } from '../toasts.js';
import { took } from './acts.js';
import { importSession } from './import.js';
import { logIn } from './login.js';

export async function addAccount() {
  const name = h('input', { class: 'input', id: 'new-name', required: true, maxlength: 40, pattern: '[A-Za-z0-9][A-Za-z0-9._\\-]{0,39}', autocomplete: 'off', spellcheck: 'false', autofocus: true, 'aria-describedby': 'new-name-hint' });
  const alone = h('input', { type: 'checkbox', id: 'new-alone' });
  const wrong = h('p', { class: 'error', role: 'alert', hidden: true });

  async function add(event, close) {
    event.preventDefault();
    const how = event.submitter?.value ?? 'login';
    try {
      took(await api.post('/api/accounts', { name: name.value, usedAlone: alone.checked }));
      close(how);
    } catch (problem) {
      wrong.hidden = false;
      wrong.textContent = `${problemText(problem)} ${spentText(problem)}`;
      name.focus();
    }
  }

  const how = await openDialog({
    head: 'accounts.add.title',
    build: close => h('form', { class: 'stack', on: { submit: event => add(event, close) } },
      h('p', { class: 'quiet', t: 'accounts.add.why' }),
      h('div', { class: 'field' }, h('label', { for: 'new-name', t: 'accounts.add.name' }), name, h('p', { class: 'hint', id: 'new-name-hint', t: 'accounts.add.name.hint' })),
      h('label', { class: 'check', for: 'new-alone' }, alone, h('span', {}, h('span', { t: 'accounts.alone' }), h('br'), h('span', { class: 'hint', t: 'accounts.alone.why' }))),
      wrong,
      h('footer', {},
        h('button', { class: 'button', type: 'submit', value: 'import', t: 'accounts.add.import' }),
        h('button', { class: 'button primary', type: 'submit', value: 'login', t: 'accounts.add.login' }))),
  });
  if (how === 'login') await logIn(name.value);
  if (how === 'import') await importSession(name.value);
}

