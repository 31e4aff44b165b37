// Step 3: the account that gives. On the simulator one press makes the demo account; its coins are play money.
import { api } from '../api.js';
import { h } from '../dom.js';
import { icon } from '../icons.js';
import { session } from '../session.js';
import { toastProblem } from '../toasts.js';

export const demo = 'main';

const storage = () => ({
  cookies: [{ name: 'sessionid', value: 'sim-main', domain: new URL(session.live).hostname, path: '/', expires: -1, httpOnly: true, secure: false, sameSite: 'Lax' }],
  origins: [],
});

async function prepare() {
  const accounts = await api.get('/api/accounts');
  if (accounts.some(account => account.name === demo && account.session)) return;
  await api.put(`/api/accounts/${demo}/session`, storage());
  await api.patch(`/api/accounts/${demo}`, { usedAlone: true, standard: true });
}

export function accountStep({ next, skip }) {
  const button = h('button', { class: 'button primary', type: 'button', t: 'welcome.account.demo', on: { click: use } });
  async function use() {
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    try {
      await prepare();
      next({ account: demo });
    } catch (problem) {
      toastProblem(problem);
    } finally {
      button.removeAttribute('aria-busy');
    }
  }
  const head = [h('h1', { t: 'welcome.account', tabindex: -1 })];
  if (!session.simulator) {
    return [...head, h('p', { class: 'lead', t: 'welcome.account.real', args: { live: session.live } }),
      h('footer', {}, skip, h('a', { class: 'button primary', href: '/accounts.html', t: 'welcome.account.real.go' }))];
  }
  return [...head,
    h('p', { class: 'lead', t: 'welcome.account.why' }),
    h('div', { class: 'note' }, icon('info'), h('p', { t: 'welcome.account.play' })),
    h('footer', {}, skip, button)];
}
