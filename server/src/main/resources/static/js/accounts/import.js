// A session that was made elsewhere: a Playwright storage state. It goes to the daemon, is sealed there, and never comes back.
import { api } from '../api.js';
import { h } from '../dom.js';
import { openDialog } from '../dialogs.js';
import { number, t } from '../i18n.js';
import { problemText, spentText, toast } from '../toasts.js';
import { took } from './acts.js';

const mostBytes = 1_000_000;

/** What the file holds, or why it cannot be taken. */
async function read(file) {
  if (file.size > mostBytes) return { why: t('accounts.import.big', { size: number(Math.ceil(file.size / 1024)), most: number(Math.floor(mostBytes / 1024)) }) };
  try {
    const state = JSON.parse(await file.text());
    return Array.isArray(state?.cookies) ? { state } : { why: t('accounts.import.shape') };
  } catch {
    return { why: t('accounts.import.json') };
  }
}

export function importSession(name) {
  const wrong = h('p', { class: 'error', role: 'alert', hidden: true });
  const found = h('p', { class: 'hint', role: 'status', t: 'accounts.import.pick' });
  const button = h('button', { class: 'button primary', type: 'submit', disabled: true, t: 'accounts.import.do' });
  let state = null;

  async function pick(event) {
    const file = event.target.files[0];
    const answer = file ? await read(file) : { why: '' };
    state = answer.state ?? null;
    wrong.hidden = !answer.why;
    wrong.textContent = answer.why ?? '';
    button.disabled = !state;
    if (state) found.textContent = t('accounts.import.found', { n: state.cookies.length });
  }

  async function bring(event, close) {
    event.preventDefault();
    button.setAttribute('aria-busy', 'true');
    try {
      took(await api.put(`/api/accounts/${encodeURIComponent(name)}/session`, state));
      close('');
      toast('good', t('accounts.imported', { account: name }), t('accounts.imported.detail'));
    } catch (problem) {
      wrong.hidden = false;
      wrong.textContent = `${problemText(problem)} ${spentText(problem)}`;
    } finally {
      button.removeAttribute('aria-busy');
    }
  }

  return openDialog({
    head: 'accounts.import.title',
    args: { account: name },
    build: close => h('form', { class: 'stack', on: { submit: event => bring(event, close) } },
      h('p', { t: 'accounts.import.why' }),
      h('div', { class: 'picked' }, h('label', { class: 'strong', for: 'state-file', t: 'accounts.import.file' }),
        h('input', { id: 'state-file', type: 'file', accept: '.json,application/json', required: true, on: { change: pick } }), found),
      wrong,
      h('p', { class: 'hint', t: 'accounts.import.care' }),
      h('footer', {}, h('button', { class: 'button', type: 'button', t: 'common.cancel', on: { click: () => close('') } }), button)),
  });
}
