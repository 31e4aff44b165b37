// One send while it runs. Never better than proved: confirmed, unknown, on its way and not begun stand apart.
import { at, attribute, h } from '../dom.js';
import { giftPicture } from '../gift-picture.js';
import { icon } from '../icons.js';
import { duration, number, say, t } from '../i18n.js';
import { session } from '../session.js';
import { stopSend } from '../stopping.js';
import { drawSparkline, sparkline } from './sparkline.js';
import { overdue } from './overdue.js';

const tone = { QUEUED: 'quiet', PREPARING: 'active', SENDING: 'active', SETTLING: 'doubt', CONFIRMED: 'good', PARTIAL: 'doubt', STOPPED: 'doubt', REVIEW: 'doubt', REFUSED: 'bad' };
export const toneOf = send => tone[send.state] ?? 'quiet';

export function makeSendCard(send) {
  const part = name => h('span', { class: `part ${name}` });
  const figure = (key, name) => h('div', {}, h('dt', { t: key }), h('dd', { data: { at: name } }));
  return h('article', { class: 'card send' },
    h('header', {},
      giftPicture(send.gift),
      h('div', { class: 'grow' }, h('h2', { class: 'cut', data: { at: 'what' } }), h('p', { class: 'hint cut', data: { at: 'who' } })),
      h('span', { data: { at: 'state' } }),
      h('button', { class: 'button stop small', type: 'button', data: { at: 'stop' }, on: { click: event => stopOne(event.currentTarget, send.id) } }, icon('stop'), h('span', { t: 'sender.stop' }))),
    h('div', { class: 'count' }, h('p', {}, h('strong', { data: { at: 'confirmed' } }), h('span', { class: 'quiet', data: { at: 'requested' } })), h('p', { class: 'quiet', data: { at: 'left' } })),
    h('div', { class: 'bar', role: 'progressbar', 'aria-valuemin': 0, data: { at: 'bar' } }, part('confirmed'), part('unknown'), part('armed')),
    h('dl', { class: 'legend' }, ['confirmed', 'armed', 'unknown'].map(name => h('div', { class: name }, h('dt', { t: `sender.part.${name}` }), h('dd', { data: { at: `n-${name}` } })))),
    h('div', { class: 'pace' }, sparkline(), h('p', {}, h('strong', { data: { at: 'cps' } }), h('span', { class: 'hint', t: 'sender.perSecond' }))),
    h('dl', { class: 'figures' }, figure('sender.spent', 'spent'), figure('sender.doubt', 'doubt'), figure('sender.answers', 'response'), figure('sender.echoes', 'echo'), figure('sender.wallet', 'wallet')));
}

async function stopOne(button, id) {
  button.setAttribute('aria-busy', 'true');
  await stopSend(id);
  button.removeAttribute('aria-busy');
}

export const what = send => t('sender.what', { n: send.requested, gift: send.gift.name, streamer: send.streamer });
const who = send => [send.account, send.member && send.member !== session.member?.name && t('sender.by', { member: send.member })].filter(Boolean).join(' · ');

export function drawSendCard(card, send) {
  const text = (name, value) => { const element = at(name, card); if (element.textContent !== value) element.textContent = value; };
  const unknown = overdue(send);
  const armed = Math.max(send.armed ?? 0, send.unknown) - unknown;
  text('what', what(send));
  text('who', who(send));
  at('state', card).className = `badge ${toneOf(send)}`;
  say(at('state', card), `common.state.${send.state}`);
  text('confirmed', number(send.confirmed));
  text('requested', ` / ${number(send.requested)}`);
  text('left', left(send));
  for (const [name, n] of [['confirmed', send.confirmed], ['armed', armed], ['unknown', unknown]]) {
    text(`n-${name}`, number(n));
    at(`n-${name}`, card).parentElement.classList.toggle('none', n === 0);
    card.querySelector(`.part.${name}`).style.setProperty('--share', String(n / send.requested));
  }
  const bar = at('bar', card);
  attribute(bar, 'aria-valuemax', send.requested);
  attribute(bar, 'aria-valuenow', send.confirmed);
  attribute(bar, 'aria-label', t('sender.bar', { gift: send.gift.name, streamer: send.streamer }));
  attribute(bar, 'aria-valuetext', t('sender.bar.now', { n: send.confirmed, all: send.requested, unknown }));
  text('cps', number(now(send), { maximumFractionDigits: 1, minimumFractionDigits: 1 }));
  drawSparkline(card.querySelector('svg.spark'), send.pace ?? [], send.cpsRequested);
  text('spent', number(send.coinsSpent));
  text('doubt', number(send.coinsInDoubt));
  at('doubt', card).className = unknown ? 'doubt' : '';
  card.classList.toggle('paced', Boolean(send.pace?.length));
  card.classList.toggle('waits', send.state === 'QUEUED');
  text('response', number(send.witnesses.response));
  text('echo', number(send.witnesses.echo));
  text('wallet', send.witnesses.balance === null ? t('sender.wallet.later') : t(send.witnesses.balance ? 'sender.wallet.agrees' : 'sender.wallet.differs'));
}

// The newest second is not over yet, and the first one began in its middle.
const now = send => (send.pace?.length > 2 ? send.pace.at(-2) : send.cpsAchieved ?? 0);

function left(send) {
  if (send.waitingFor) return t('sender.full');
  if (send.state === 'QUEUED') return send.queuePosition ? t('sender.queued', { n: send.queuePosition }) : t('sender.waiting');
  if (send.state === 'PREPARING') return t('sender.opening');
  if (send.state === 'SETTLING') return t('sender.settling');
  return t('sender.left', { time: duration((send.requested - send.confirmed - send.unknown) / (send.cpsAchieved || send.cpsRequested)) });
}
