// The accounts at a glance: what each does now, its coins, what is held and in doubt, and why one is shut.
import { at, fill, h, keyed } from '../dom.js';
import { icon } from '../icons.js';
import { number, onLanguage, say, t } from '../i18n.js';
import { balanceOf, ended, onWorld, world } from '../world.js';
import { coin } from './picker.js';

const tone = { SENDING: 'active', OPENING: 'active', OPEN: 'good', IDLE: 'quiet', SHUT: 'bad' };

export function mountLanes(root) {
  const list = at('lanes', root);
  const queue = at('queue', root);
  const draw = () => {
    if (!world.ready) return;
    queue.hidden = !world.queue.waiting && !world.queue.paused;
    say(queue, world.queue.paused ? 'sender.queue.paused' : 'sender.queue.waiting', { n: world.queue.waiting });
    if (world.lanes.length === 0) {
      return fill(list, h('li', { class: 'empty' }, icon('accounts'), h('strong', { t: 'sender.lanes.none' }), h('span', { t: 'sender.lanes.none.todo' }), h('a', { class: 'button small', href: '/accounts.html', t: 'sender.lanes.add' })));
    }
    list.querySelectorAll(':scope > :not([data-key])').forEach(skeleton => skeleton.remove());
    return keyed(list, world.lanes, lane => lane.account, make, update);
  };
  onWorld(draw);
  onLanguage(draw);
}

const make = () => h('li', { class: 'lane' },
  h('div', { class: 'row' }, h('strong', { class: 'cut grow', data: { at: 'name' } }), h('span', { data: { at: 'work' } })),
  h('div', { class: 'mini', 'aria-hidden': 'true' }, h('span', {})),
  h('div', { class: 'row wrap' }, h('span', { class: 'purse' }, coin(), h('span', { data: { at: 'coins' } })), h('span', { class: 'hint', data: { at: 'rest' } })),
  h('p', { class: 'hint bad', data: { at: 'shut' }, hidden: true }),
  h('a', { class: 'button small', data: { at: 'todo' }, hidden: true, href: '/accounts.html', t: 'sender.lanes.todo' }));

function update(item, lane) {
  const balance = balanceOf(lane.account);
  const known = lane.send ? world.sends.get(lane.send) : null;
  const send = known && !ended(known) ? known : null;
  at('name', item).textContent = lane.account;
  at('work', item).className = `badge ${tone[lane.work] ?? 'quiet'}`;
  say(at('work', item), `sender.work.${lane.work}`);
  item.classList.toggle('busy', Boolean(send));
  item.querySelector('.mini span').style.setProperty('--share', send ? String(send.confirmed / send.requested) : '0');
  at('coins', item).textContent = balance?.readAt ? number(balance.coins) : t('sender.coins.unread');
  at('rest', item).textContent = balance ? [
    balance.held > 0 && t('sender.held', { n: balance.held }),
    balance.inDoubt > 0 && t('sender.inDoubt', { n: balance.inDoubt }),
    send && `→ ${send.streamer}`,
  ].filter(Boolean).join(' · ') : '';
  const shut = at('shut', item);
  const why = typeof lane.shut === 'string' ? lane.shut : lane.shut?.sentence;
  shut.hidden = !why;
  shut.textContent = why ?? '';
  at('todo', item).hidden = !why;
}
