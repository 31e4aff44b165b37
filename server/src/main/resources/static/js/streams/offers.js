// What a LIVE offers now: opened and looked at by an account of ours, nothing is pressed.
import { at, fill, h, settled } from '../dom.js';
import { icon } from '../icons.js';
import { has, t } from '../i18n.js';
import { giftPicture } from '../gift-picture.js';
import { problemText, spentText } from '../toasts.js';
import { senderAddress, told } from '../words.js';
import { offers } from './acts.js';

const plain = text => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

function offer(gift, streamer) {
  const place = gift.place === 'BAR' ? t('streams.place.bar') : gift.place === 'PANEL' ? t('streams.place.panel') : '';
  const combo = gift.combo ? t('streams.combo') : '';
  return h('li', {}, h('a', { href: senderAddress({ streamer, gift: gift.id }) }, h('span', { class: 'sign' }, giftPicture(gift)),
    h('span', { class: 'name cut', text: gift.name }),
    h('span', { class: 'price cut', text: [t('common.coins', { n: gift.coins }), place, combo].filter(Boolean).join(' · ') })));
}

function wrong(problem) {
  const text = has(`reason.${problem.code}`) ? told({ code: problem.code, sentence: problem.message }) : { title: problemText(problem), todo: '' };
  return h('div', { class: 'note doubt', role: 'alert' }, icon('warning'), h('div', {}, h('p', { class: 'strong', text: text.title }), text.todo ? h('p', { text: text.todo }) : null, h('p', { class: 'quiet small', text: spentText(problem) })));
}

function draw(place, gifts, stream) {
  const list = h('ul', { class: 'offered', tabindex: '0', label: 'streams.offers' });
  const count = h('p', { class: 'quiet small', role: 'status' });
  const search = h('input', { class: 'input', type: 'search', placeholder: 'streams.search', label: 'streams.search', autocomplete: 'off' });
  const show = () => {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const fit = gifts.filter(gift => words.every(word => plain(gift.name).includes(word) || String(gift.coins) === word || String(gift.id) === word));
    fill(list, fit.map(gift => offer(gift, stream.streamer)));
    count.textContent = t('streams.offered', { n: fit.length });
  };
  search.addEventListener('input', settled(80, show));
  show();
  fill(place, h('div', { class: 'offers' }, h('div', { class: 'tools' }, search, count), list));
}

export async function drawOffers(card, stream, button) {
  const place = card.querySelector('[data-part="offers"]');
  if (place.childElementCount) {
    fill(place);
    button.setAttribute('aria-expanded', 'false');
    card.classList.remove('wide');
    return;
  }
  button.setAttribute('aria-expanded', 'true');
  button.setAttribute('aria-busy', 'true');
  fill(place, h('p', { class: 'quiet small', role: 'status', t: 'streams.looking' }), h('div', { class: 'skeleton', data: { at: 'wait' } }));
  try {
    const gifts = await offers(stream.streamer);
    card.classList.add('wide');
    draw(place, gifts, stream);
  } catch (problem) {
    fill(place, wrong(problem));
  } finally {
    at('wait', place)?.remove();
    button.removeAttribute('aria-busy');
  }
}
