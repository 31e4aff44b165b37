// The log-in ended in mid-work: asks for the password over the page, so that nothing typed is lost.
import { h } from './dom.js';
import { openDialog } from './dialogs.js';
import { logIn, session } from './session.js';
import { problemText } from './toasts.js';

let asking = null;

/** Answers true when there is a session again; one dialog, however many calls wait for it. */
export function askForPassword() {
  asking ??= ask().finally(() => { asking = null; });
  return asking;
}

async function ask() {
  const name = h('input', { class: 'input', id: 'again-name', name: 'name', autocomplete: 'username', required: true, value: session.member?.name ?? '' });
  const word = h('input', { class: 'input', id: 'again-word', name: 'password', type: 'password', autocomplete: 'current-password', required: true, autofocus: true });
  const wrong = h('p', { class: 'error', role: 'alert', hidden: true });
  const button = h('button', { class: 'button primary wide', type: 'submit', t: 'common.logIn' });
  return (await openDialog({
    head: 'common.again.title',
    build: close => h('form', { class: 'stack', on: { submit: event => enter(event, close) } },
      h('p', { class: 'quiet', t: 'common.again.why' }),
      h('div', { class: 'field' }, h('label', { for: 'again-name', t: 'common.name' }), name),
      h('div', { class: 'field' }, h('label', { for: 'again-word', t: 'common.password' }), word),
      wrong,
      button,
      h('p', { class: 'hint', t: 'common.again.link' })),
  })) === 'in';

  async function enter(event, close) {
    event.preventDefault();
    button.setAttribute('aria-busy', 'true');
    const problem = await logIn(name.value, word.value).catch(() => ({ code: 'NO_CONNECTION' }));
    button.removeAttribute('aria-busy');
    if (!problem) return close('in');
    wrong.hidden = false;
    wrong.textContent = problemText({ ...problem, message: problem.detail });
    word.value = '';
    word.focus();
  }
}
