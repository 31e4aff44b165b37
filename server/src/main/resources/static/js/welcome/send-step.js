// Step 4: a few Roses on the simulator, watched gift by gift. The key of the order is kept: a reload sends nothing twice.
import { api } from '../api.js';
import { attribute, h } from '../dom.js';
import { icon } from '../icons.js';
import { say } from '../i18n.js';
import { stopSend } from '../stopping.js';
import { toastProblem } from '../toasts.js';
import { ended } from '../world.js';
import { demo } from './account-step.js';
import { keep, kept } from './progress.js';

const every = 250;
const roses = 5;
const order = { streamer: '@demo', gift: 5655, quantity: roses, cps: 6, account: demo };

export function sendStep({ next, skip }) {
  const state = h('p', { class: 'lead', role: 'status' });
  const count = h('strong', { text: '0' });
  const bar = h('div', { class: 'bar', role: 'progressbar', 'aria-valuemin': 0, 'aria-valuemax': roses, label: 'welcome.send.bar' }, h('span', { class: 'part confirmed' }), h('span', { class: 'part unknown' }));
  const go = h('button', { class: 'button primary', type: 'button', t: 'welcome.send.go', args: { n: roses }, on: { click: press } });
  const stop = h('button', { class: 'button stop', type: 'button', hidden: true, on: { click: () => stopSend(kept.send) } }, icon('stop'), h('span', { t: 'sender.stop' }));
  const live = h('div', { hidden: true, class: 'stack' }, h('p', { class: 'hero' }, count, h('span', { class: 'quiet', t: 'welcome.send.of', args: { n: roses } })), bar);

  async function press() {
    if (go.getAttribute('aria-busy') === 'true') return;
    go.setAttribute('aria-busy', 'true');
    try {
      if (!kept.key) keep({ key: `welcome-${crypto.getRandomValues(new Uint32Array(4)).join('-')}` });
      const send = await api.post('/api/send', order, { headers: { 'Idempotency-Key': kept.key }, mayCost: true });
      keep({ send: send.id });
      watch();
    } catch (problem) {
      if (problem.spent === 'no') keep({ key: null });
      toastProblem(problem);
    } finally {
      go.removeAttribute('aria-busy');
    }
  }

  async function watch() {
    go.hidden = true;
    stop.hidden = false;
    live.hidden = false;
    const send = await api.get(`/api/sends/${kept.send}`).catch(() => null);
    if (!bar.isConnected) return;
    if (send) draw(send);
    else say(state, 'welcome.send.lost');
    if (!send || !ended(send)) setTimeout(watch, send ? every : every * 4);
    else next({ ended: true });
  }

  function draw(send) {
    say(state, `welcome.send.${send.state}`);
    count.textContent = send.confirmed;
    attribute(bar, 'aria-valuenow', send.confirmed);
    bar.firstElementChild.style.setProperty('--share', String(send.confirmed / send.requested));
    bar.lastElementChild.style.setProperty('--share', '0');
  }

  say(state, 'welcome.send.why', { n: roses });
  if (kept.send) setTimeout(watch);
  return [h('h1', { t: 'welcome.send', tabindex: -1 }), state, live, h('footer', {}, skip, stop, go)];
}
