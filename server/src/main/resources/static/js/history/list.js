// The list of sends, newest first, by pages of a cursor. What runs is kept fresh by the news.
import { api } from '../api.js';
import { at, fill, h } from '../dom.js';
import { icon } from '../icons.js';
import { date, onLanguage, t } from '../i18n.js';
import { onWorld, world } from '../world.js';
import { giftPicture } from '../gift-picture.js';
import { problemText, spentText } from '../toasts.js';
import { receiptAddress, stateBadge, told } from '../words.js';
import { exportSends } from './export.js';
import { address, drawFilters, given, query, read } from './filters.js';

const page = 40;
let asked = 0;
let leave = () => {};
let redraw = () => {};
onLanguage(() => redraw());

const day = send => date(send.queuedAt, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });

const counted = send => t(send.state === 'QUEUED' || send.confirmed === send.requested ? 'history.row.all' : 'history.row.some',
  { n: send.requested, confirmed: send.confirmed, gift: send.gift.name });

function figure(send) {
  if (send.coinsInDoubt) return t('history.row.doubt', { n: send.coinsInDoubt });
  return send.coinsSpent ? t('common.coins', { n: send.coinsSpent }) : '–';
}

function row(send) {
  const why = send.reason ? told(send.reason).title : '';
  return h('li', { data: { id: send.id, state: send.state } }, h('a', { href: receiptAddress(send.id) },
    giftPicture(send.gift),
    h('span', { class: 'what cut', text: counted(send) }),
    h('span', { class: 'where' },
      h('span', { text: `${send.streamer} · ${send.account ?? '–'} · ${date(send.queuedAt, { timeStyle: 'short' })}` }),
      why && h('span', { class: 'why cut', text: why })),
    h('span', { class: `figure ${send.coinsInDoubt ? 'doubt' : ''}`, text: figure(send) }),
    h('span', { class: 'state' }, stateBadge(send.state))));
}

function rows(sends, lastDay) {
  let today = lastDay;
  return sends.flatMap(send => {
    const its = day(send);
    const head = its === today ? [] : [h('li', { class: 'day', text: its })];
    today = its;
    return [...head, row(send)];
  });
}

const skeletons = () => Array.from({ length: 6 }, () => h('li', { class: 'skeleton', 'aria-hidden': 'true' }));

function nothing(filtered) {
  return h('div', { class: 'empty' }, icon('receipt'),
    h('strong', { t: filtered ? 'history.none.filtered' : 'history.none' }),
    h('p', { t: filtered ? 'history.none.filtered.do' : 'history.none.do' }),
    filtered ? h('a', { class: 'button', href: '/history.html', t: 'history.filter.clear' })
      : h('a', { class: 'button', href: '/gift-sender.html', t: 'history.none.send' }));
}

const wrong = (problem, again) => h('div', { class: 'empty', role: 'alert' }, icon('warning'),
  h('strong', { text: problemText(problem) }), h('p', { text: spentText(problem) }),
  h('button', { class: 'button', type: 'button', t: 'common.again', on: { click: again } }));

export async function showList(root) {
  leave();
  const values = read();
  const sends = [];
  const turn = asked += 1;
  const choose = next => { history.pushState(null, '', address(next)); showList(root); };
  const accounts = drawFilters(root, values, choose);
  for (const format of ['csv', 'json']) at(format, root).onclick = event => exportSends(format, query(values), event.currentTarget);
  const list = at('sends', root);
  redraw = () => fill(list, rows(sends, ''));
  leave = onWorld(() => { accounts(); refresh(list, sends); });
  fill(list, skeletons());
  list.setAttribute('aria-busy', 'true');
  at('none', root).hidden = true;

  async function more(cursor) {
    const search = query(values);
    search.set('limit', page);
    if (cursor) search.set('cursor', cursor);
    const button = at('more', root);
    button.setAttribute('aria-busy', 'true');
    try {
      const found = await api.get(`/api/sends?${search}`);
      if (turn !== asked) return;
      const first = sends.length === 0;
      const fresh = rows(found.sends, first ? '' : day(sends.at(-1)));
      sends.push(...found.sends);
      if (first) fill(list, fresh);
      else { list.append(...fresh); fresh.find(one => one.firstElementChild)?.querySelector('a')?.focus(); }
      at('none', root).hidden = sends.length > 0;
      if (!sends.length) fill(at('none', root), nothing(Object.keys(given(values)).length > 0));
      at('more-row', root).hidden = !found.next;
      button.onclick = () => more(found.next);
      at('announce', root).textContent = t('history.announce', { n: sends.length });
    } catch (problem) {
      if (turn !== asked) return;
      fill(list);
      at('none', root).hidden = false;
      fill(at('none', root), wrong(problem, () => showList(root)));
      at('more-row', root).hidden = true;
    } finally {
      button.removeAttribute('aria-busy');
      list.setAttribute('aria-busy', 'false');
    }
  }
  await more(null);
}

/** Rows of sends that the news tell anew; a send that is not in the list waits for the next look. */
function refresh(list, sends) {
  sends.forEach((send, place) => {
    const fresh = world.sends.get(send.id);
    if (!fresh || (fresh.state === send.state && fresh.confirmed === send.confirmed)) return;
    sends[place] = { ...send, ...fresh };
    const old = list.querySelector(`[data-id="${CSS.escape(send.id)}"]`);
    const focused = old?.contains(document.activeElement);
    const made = row(sends[place]);
    old?.replaceWith(made);
    if (focused) made.querySelector('a').focus();
  });
}
