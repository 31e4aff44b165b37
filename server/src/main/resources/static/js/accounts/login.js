// A window on the daemon's screen for a person to log in by hand; where there is no screen, how to bring a session.
import { api } from '../api.js';
import { h } from '../dom.js';
import { openDialog } from '../dialogs.js';
import { icon } from '../icons.js';
import { clock, t } from '../i18n.js';
import { toast, toastProblem } from '../toasts.js';
import { took } from './acts.js';
import { importSession } from './import.js';

const every = 1000;
const address = name => `/api/accounts/${encodeURIComponent(name)}`;

export async function logIn(name) {
  let line;
  try {
    line = await api.post(`${address(name)}/login`);
  } catch (problem) {
    if (problem.code === 'NO_SCREEN') return elsewhere(name, problem);
    return toastProblem(problem, t('accounts.login.failed'));
  }
  return waitFor(name, line);
}

function elsewhere(name, problem) {
  return openDialog({
    head: 'accounts.noscreen.title',
    build: close => [
      h('p', { t: 'accounts.noscreen.why' }),
      h('ol', { class: 'lists' }, ['1', '2', '3'].map(n => h('li', { t: `accounts.noscreen.${n}` }))),
      h('details', {}, h('summary', { class: 'small', t: 'accounts.noscreen.command' }), h('p', { class: 'mono', lang: 'en', text: problem.message })),
      h('footer', {}, h('button', { class: 'button', type: 'button', t: 'common.close', on: { click: () => close('') } }),
        h('button', { class: 'button primary', type: 'button', t: 'accounts.import', on: { click: () => { close(''); importSession(name); } } })),
    ],
  });
}

function waitFor(name, line) {
  let over = false;
  return openDialog({
    head: 'accounts.login.title',
    args: { account: name },
    build: close => {
      follow(name, () => over, close);
      return [
        h('p', { class: 'row' }, icon('clock'), h('span', { t: 'accounts.login.open', args: { at: clock(line.until) } })),
        h('p', { class: 'quiet', t: 'accounts.login.hand' }),
        h('footer', {}, h('button', { class: 'button', type: 'button', t: 'accounts.login.close', on: { click: () => close('') } })),
      ];
    },
  }).then(answer => {
    over = true;
    if (answer !== 'ended') api.remove(`${address(name)}/login`).catch(toastProblem);
  });
}

async function follow(name, over, close) {
  while (!over()) {
    await new Promise(resolve => { setTimeout(resolve, every); });
    const line = await api.get(`${address(name)}/login`, { quiet: true }).catch(() => null);
    if (!line || line.state === 'WAITING' || over()) continue;
    close('ended');
    if (line.state === 'LOGGED_IN') toast('good', t('accounts.login.done', { account: name }), t('accounts.login.done.detail'));
    else toast('bad', t('accounts.login.not'), line.sentence);
    return took(await api.get(address(name)));
  }
  return null;
}
