// The newest receipts in plain words: what landed, and how that is known.
import { at, fill, h, keyed } from '../dom.js';
import { giftPicture } from '../gift-picture.js';
import { icon } from '../icons.js';
import { clock, number, onLanguage, say, t } from '../i18n.js';
import { ended, onWorld, world } from '../world.js';
import { toneOf, what } from './send-card.js';

const shown = 5;

export function mountReceipts(root) {
  const list = at('receipts', root);
  const draw = () => {
    if (!world.ready) return;
    const sends = [...world.sends.values()].filter(ended).sort((a, b) => (a.finishedAt < b.finishedAt ? 1 : -1)).slice(0, shown);
    if (sends.length === 0) return fill(list, h('li', { class: 'empty' }, icon('receipt'), h('strong', { t: 'sender.receipts.none' }), h('span', { t: 'sender.receipts.none.todo' })));
    list.querySelectorAll(':scope > :not([data-key])').forEach(skeleton => skeleton.remove());
    return keyed(list, sends, send => send.id, make, update);
  };
  onWorld(draw);
  onLanguage(draw);
}

const make = send => h('li', {}, h('a', { class: 'receipt', href: `/history.html?send=${encodeURIComponent(send.id)}` },
  giftPicture(send.gift),
  h('span', { class: 'grow' }, h('span', { class: 'strong', data: { at: 'what' } }), h('span', { class: 'hint', data: { at: 'how' } }), h('span', { class: 'hint', data: { at: 'why' } })),
  h('span', { class: 'aside' }, h('span', { data: { at: 'state' } }), h('span', { class: 'hint', data: { at: 'when' } }))));

function update(item, send) {
  at('what', item).textContent = what(send);
  at('how', item).textContent = outcome(send);
  at('why', item).textContent = send.reason?.sentence ?? '';
  at('state', item).className = `badge ${toneOf(send)}`;
  say(at('state', item), `common.state.${send.state}`);
  at('when', item).textContent = clock(send.finishedAt);
}

/** "100 of 100 landed, 100 coins. Known by 100 answers, 100 echoes, the balance." */
export function outcome(send) {
  const landed = t('sender.landed', { n: send.confirmed, all: send.requested, coins: t('common.coins', { n: send.coinsSpent }) });
  const known = send.confirmed > 0 && witnesses(send);
  const doubt = send.unknown > 0 && t('sender.notKnown', { n: send.unknown, coins: t('common.coins', { n: send.coinsInDoubt }) });
  const excess = send.excess > 0 && t('sender.excess', { n: send.excess });
  return [landed, known, doubt, excess].filter(Boolean).join(' ');
}

function witnesses({ witnesses: { response, echo, balance } }) {
  const parts = [
    response > 0 && t('sender.witness.response', { n: response, count: number(response) }),
    echo > 0 && t('sender.witness.echo', { n: echo, count: number(echo) }),
    balance === true && t('sender.witness.balance'),
  ].filter(Boolean);
  return parts.length ? t('sender.knownBy', { witnesses: new Intl.ListFormat(document.documentElement.lang).format(parts) }) : '';
}
