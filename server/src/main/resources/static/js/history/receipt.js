// One receipt: what was asked, what is proved and by whom, what is not known, and what a person can do about it.
import { api } from '../api.js';
import { fill, h } from '../dom.js';
import { icon } from '../icons.js';
import { clock, date, duration, number, onLanguage, t } from '../i18n.js';
import { ended, onWorld, take, world } from '../world.js';
import { giftPicture } from '../gift-picture.js';
import { problemText, spentText } from '../toasts.js';
import { stateBadge, told } from '../words.js';
import { actions } from './actions.js';
import { evidence } from './evidence.js';
import { journal } from './journal.js';
import { resolve } from './resolve.js';
import { witnesses } from './witnesses.js';

let shown = null;
let leave = () => {};
onLanguage(() => shown?.draw());

const share = (name, value) => h('span', { class: name, css: { '--share': value } });

function tally(send) {
  const missing = Math.max(0, send.requested - send.confirmed - send.unknown);
  const parts = [
    ['landed', 'history.receipt.confirmed', send.confirmed],
    ['unsure', 'history.receipt.unknown', send.unknown],
    ['missing', ended(send) ? 'history.receipt.missing' : 'history.receipt.togo', missing],
    ['excess', 'history.receipt.excess', send.excess],
  ];
  return [
    h('p', { class: 'tally' }, number(send.confirmed), ' ', h('small', { t: 'history.receipt.of', args: { n: send.requested } })),
    h('div', { class: 'bar', 'aria-hidden': 'true' }, parts.slice(0, 3).map(([name, , value]) => share(name, value))),
    h('ul', { class: 'legend' }, parts.filter(([name, , value]) => value || name === 'landed').map(([name, key, value]) => h('li', { class: name, t: key, args: { n: value } }))),
  ];
}

function head(send) {
  return h('section', { class: 'card receipt-head', 'aria-labelledby': 'receipt-title' },
    h('div', { class: 'title' }, giftPicture(send.gift),
      h('div', { class: 'grow' },
        h('h1', { id: 'receipt-title', text: t('history.receipt.title', { n: send.requested, gift: send.gift.name, streamer: send.streamer }) }),
        h('p', { class: 'quiet', text: [send.account && t('history.receipt.from', { account: send.account }), send.member && t('history.receipt.by', { member: send.member }), date(send.queuedAt)].filter(Boolean).join(' · ') })),
      stateBadge(send.state)),
    tally(send),
    send.queuePosition && h('p', { class: 'quiet', t: 'history.receipt.position', args: { n: send.queuePosition } }));
}

function reason(send) {
  if (!send.reason) return null;
  const { title, detail, todo } = told(send.reason);
  const tone = send.state === 'STOPPED' ? 'info' : send.state === 'REFUSED' || send.excess ? 'bad' : 'doubt';
  return h('section', { class: `note ${tone}`, 'aria-label': t('history.receipt.why') }, icon(tone === 'info' ? 'info' : 'warning'),
    h('div', { class: 'grow' }, h('p', { class: 'strong', text: title }),
      detail && h('p', { class: 'quiet', lang: 'en', text: detail }), todo && h('p', { text: todo })));
}

const figure = (key, text, tone = '') => text && h('div', {}, h('dt', { t: key }), h('dd', { class: tone, text }));
const coins = n => (typeof n === 'number' ? number(n) : '');
const time = value => (value ? clock(value) : '');
const pace = value => (value ? t('history.receipt.pace', { pace: number(value, { maximumFractionDigits: 2 }) }) : '');

function took(send) {
  return send.firstPressAt && send.finishedAt ? duration((new Date(send.finishedAt) - new Date(send.firstPressAt)) / 1000) : '';
}

function figures(send) {
  return h('section', { class: 'card', 'aria-labelledby': 'figures-title' },
    h('header', {}, h('h2', { id: 'figures-title', t: 'history.receipt.figures' })),
    h('dl', { class: 'figures' },
      figure('history.figure.spent', coins(send.coinsSpent)),
      figure('history.figure.doubt', send.coinsInDoubt ? coins(send.coinsInDoubt) : '', 'doubt'),
      figure('history.figure.price', coins(send.gift.coins)),
      figure('history.figure.before', coins(send.balanceBefore)),
      figure('history.figure.after', coins(send.balanceAfter)),
      figure('history.figure.presses', coins(send.presses)),
      figure('history.figure.asked', pace(send.cpsRequested)),
      figure('history.figure.pace', pace(send.cpsAchieved)),
      figure('history.figure.queued', time(send.queuedAt)),
      figure('history.figure.first', time(send.firstPressAt)),
      figure('history.figure.finished', time(send.finishedAt)),
      figure('history.figure.took', took(send))));
}

const back = () => h('p', { class: 'no-print' }, h('a', { class: 'button plain small', href: '/history.html' }, icon('history'), h('span', { t: 'history.receipt.back' })));

const lost = (problem, again) => h('div', { class: 'card empty', role: 'alert' }, icon('warning'),
  h('strong', { text: problem.status === 404 ? t('history.receipt.none') : problemText(problem) }), h('p', { text: spentText(problem) }),
  h('button', { class: 'button', type: 'button', t: 'common.again', on: { click: again } }));

// Each part is drawn again only when what it shows has changed, so that focus, selection and open lines stay.
function parts(send, done) {
  const kept = evidence(send.id);
  const lines = journal(send.id);
  const settle = resolve(done);
  const place = (tag, key, draw) => ({ element: h('div', { class: tag }), key, draw, was: null });
  const all = [
    place('main', one => JSON.stringify(one), head),
    place('main', one => JSON.stringify(one.reason) + one.state, reason),
    place('main', one => `${one.state} ${one.unknown}`, one => (one.state === 'REVIEW' ? settle.draw(one) : null)),
    place('main', one => `${lines.version} ${ended(one)}`, one => lines.draw(one)),
    place('side', one => one.id + ended(one), actions),
    place('side', one => JSON.stringify(one), witnesses),
    place('side', one => JSON.stringify(one), figures),
    place('side', one => `${kept.version} ${one.evidence}`, one => kept.draw(one)),
  ];
  const draw = (one, anew) => all.filter(part => anew || part.key(one) !== part.was).forEach(part => {
    part.was = part.key(one);
    fill(part.element, part.draw(one));
  });
  const column = name => h('div', { class: `receipt-${name}` }, all.filter(part => part.element.className === name).map(part => part.element));
  return { draw, read: async () => { await Promise.all([lines.read(), kept.read()]); }, element: h('div', { class: 'receipt' }, column('main'), column('side')) };
}

function follow(first, all, here) {
  let send = first;
  here.draw = () => all.draw(send, true);
  return onWorld(() => {
    const fresh = { ...send, ...world.sends.get(send.id) };
    const over = ended(fresh) && !ended(send);
    send = fresh;
    all.draw(send);
    if (over) all.read().then(() => all.draw(send));
  });
}

export async function showReceipt(root, id) {
  leave();
  const here = shown = { draw: () => {} };
  root.setAttribute('aria-busy', 'true');
  fill(root, back(), h('div', { class: 'card' }, h('div', { class: 'skeleton', css: { height: '9rem' } })));
  try {
    const send = await api.get(`/api/sends/${encodeURIComponent(id)}`);
    if (shown !== here) return;
    take(send);
    const all = parts(send, () => showReceipt(root, id));
    fill(root, back(), all.element);
    all.draw(send);
    leave = follow(send, all, here);
    await all.read();
    all.draw(send);
  } catch (problem) {
    if (shown === here) fill(root, back(), lost(problem, () => showReceipt(root, id)));
  } finally {
    root.setAttribute('aria-busy', 'false');
  }
}
