// What is done to an account at once, or after one question.
import { api } from '../api.js';
import { h } from '../dom.js';
import { openDialog } from '../dialogs.js';
import { t } from '../i18n.js';
import { toast, toastProblem } from '../toasts.js';
import { changed, world } from '../world.js';

const address = name => `/api/accounts/${encodeURIComponent(name)}`;

/** What the daemon says now of an account, put in the place of what was known. */
export function took(line) {
  const place = world.accounts.findIndex(one => one.name === line.name);
  if (place < 0) world.accounts.push(line);
  else world.accounts[place] = line;
  changed();
}

export function gone(name) {
  world.accounts = world.accounts.filter(one => one.name !== name);
  changed();
}

export async function check(account, event) {
  const button = event.currentTarget;
  button.setAttribute('aria-busy', 'true');
  try {
    const { outcome, sentence, account: line } = await api.post(`${address(account.name)}/check`);
    took(line);
    toast(outcome === 'LOGGED_IN' ? 'good' : outcome === 'NOT_CHECKED' ? 'doubt' : 'bad', t(`accounts.checked.${outcome}`, { account: account.name }), outcome === 'LOGGED_IN' ? null : sentence);
  } catch (problem) {
    toastProblem(problem, t('accounts.check.failed'));
  } finally {
    button.removeAttribute('aria-busy');
  }
}

async function queue(what, account) {
  try {
    world.queue = await api.post(`/api/queue/${what}`, { account: account.name });
    changed();
    toast('good', t(`accounts.${what}d`, { account: account.name }), t(`accounts.${what}d.detail`));
  } catch (problem) {
    toastProblem(problem);
  }
}
export const pause = account => queue('pause', account);
export const resume = account => queue('resume', account);

export async function change(account, values, done) {
  try {
    took(await api.patch(address(account.name), values));
    toast('good', done);
  } catch (problem) {
    toastProblem(problem);
    changed();
  }
}

/** Asks for a reason, which is kept, and opens a shut account again. */
export async function reopen(account) {
  const reason = h('input', { class: 'input', id: 'reopen-reason', required: true, maxlength: 500, autocomplete: 'off', placeholder: 'accounts.reopen.example', autofocus: true });
  const answer = await openDialog({
    head: 'accounts.reopen.title',
    args: { account: account.name },
    build: close => h('form', { class: 'stack', on: { submit: event => { event.preventDefault(); close('yes'); } } },
      h('p', { t: 'accounts.reopen.why' }),
      h('div', { class: 'field' }, h('label', { for: 'reopen-reason', t: 'accounts.reopen.reason' }), reason),
      h('footer', {}, h('button', { class: 'button', type: 'button', t: 'common.cancel', on: { click: () => close('') } }),
        h('button', { class: 'button primary', type: 'submit', t: 'accounts.reopen.do' }))),
  });
  if (answer !== 'yes') return;
  try {
    took(await api.post(`${address(account.name)}/clear`, { reason: reason.value.trim() }));
    toast('good', t('accounts.reopened', { account: account.name }));
  } catch (problem) {
    toastProblem(problem, t('accounts.reopen.failed'));
  }
}
