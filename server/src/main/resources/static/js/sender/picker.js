// Picks a gift: a sheet with a search, what this LIVE offers or all that is known, drawn in portions as one scrolls.
import { fill, h, settled } from '../dom.js';
import { openDialog } from '../dialogs.js';
import { giftPicture } from '../gift-picture.js';
import { icon } from '../icons.js';
import { number, say, t } from '../i18n.js';
import { problemText, spentText } from '../toasts.js';
import { change, form } from './form.js';
import { allGifts, lookAtOffers, offered, search } from './gifts.js';

const portion = 60;
const places = { BAR: 'sender.place.bar', PANEL: 'sender.place.more', LISTED: 'sender.place.listed' };

export function openPicker() {
  return openDialog({ head: 'sender.pick', className: 'picker', build: close => build(gift => close(pick(gift))) });
}

function pick(gift) {
  change({ gift });
  return 'picked';
}

function build(choose) {
  let tab = offered(form.streamer) ? 'live' : 'all';
  let left = [];
  const ask = h('input', { class: 'input', type: 'search', placeholder: 'sender.pick.search', label: 'sender.pick.search', autofocus: true, spellcheck: 'false' });
  const grid = h('ul', { class: 'tiles', label: 'sender.pick.gifts' });
  const end = h('div', { class: 'end' });
  const told = h('p', { class: 'unseen', role: 'status' });
  const tabs = h('div', { class: 'choices', role: 'group', label: 'sender.pick.from' }, ['all', 'live'].map(name =>
    h('button', { type: 'button', data: { tab: name }, t: `sender.pick.${name}`, args: { streamer: form.streamer || '@…' }, on: { click: () => show(name) } })));
  const inner = h('div', { class: 'scroller' }, grid, end);

  const more = () => {
    grid.append(...left.splice(0, portion).map(gift => tile(gift, choose)));
    end.hidden = left.length === 0;
  };
  new IntersectionObserver(seen => { if (seen.some(one => one.isIntersecting) && left.length) more(); }, { root: inner, rootMargin: '400px' }).observe(end);

  const draw = async () => {
    const asked = ask.value;
    const gifts = tab === 'live' ? offered(form.streamer) ?? [] : await allGifts();
    if (asked !== ask.value) return;
    const found = search(gifts, asked);
    fill(grid);
    left = [...found];
    more();
    say(told, 'sender.pick.found', { n: found.length });
    if (found.length === 0) fill(grid, h('li', { class: 'empty' }, h('strong', { t: 'sender.pick.none' }), h('span', { t: tab === 'all' ? 'sender.pick.none.all' : 'sender.pick.none.live' })));
    inner.scrollTop = 0;
  };
  const show = async name => {
    tab = name;
    for (const button of tabs.children) button.setAttribute('aria-pressed', String(button.dataset.tab === tab));
    tabs.lastElementChild.disabled = form.streamer === '';
    try {
      if (tab === 'live' && !offered(form.streamer)) await look();
      await draw();
    } catch (problem) {
      fill(grid, h('li', { class: 'empty' }, icon('warning'), h('strong', { text: problemText(problem) }), h('span', { text: spentText(problem) })));
    }
  };
  const look = () => {
    fill(grid, h('li', { class: 'empty', role: 'status' }, h('span', { t: 'sender.pick.looking', args: { streamer: form.streamer } })), Array.from({ length: 8 }, () => h('li', { class: 'skeleton tile', 'aria-hidden': 'true' })));
    return lookAtOffers(form.streamer, form.account);
  };
  ask.addEventListener('input', settled(60, draw));
  ask.addEventListener('keydown', event => {
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      const tile1 = grid.querySelector('button');
      if (event.key === 'Enter') tile1?.click();
      else tile1?.focus();
    }
  });
  grid.addEventListener('keydown', event => step(event, grid, ask));
  show(tab);
  return [ask, tabs, inner, told];
}

// Arrows walk over the tiles; up from the first row goes back to the search.
function step(event, grid, ask) {
  const tiles = [...grid.querySelectorAll('button')];
  const here = tiles.indexOf(event.target);
  const row = Math.max(1, Math.round(grid.clientWidth / (tiles[0]?.offsetWidth || 1)));
  const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row }[event.key];
  if (here < 0 || by === undefined) return;
  event.preventDefault();
  (here + by < 0 ? ask : tiles[here + by])?.focus();
}

function tile(gift, choose) {
  return h('li', {}, h('button', { class: 'tile', type: 'button', 'aria-pressed': String(form.gift?.id === gift.id), on: { click: () => choose(gift) } },
    giftPicture(gift),
    h('span', { class: 'name', text: gift.name }),
    h('span', { class: 'price' }, coin(), h('span', { text: number(gift.coins) }), h('span', { class: 'unseen', text: ` ${t('sender.coins', { n: gift.coins })}` })),
    gift.ambiguous && h('span', { class: 'id', text: `id ${gift.id}` }),
    gift.place && h('span', { class: 'place', t: places[gift.place] })));
}

export const coin = () => h('span', { class: 'coin', 'aria-hidden': 'true' });

/** The field that shows what is picked. */
export function drawGiftField(field, gift) {
  const key = JSON.stringify([gift, document.documentElement.lang]);
  if (field.dataset.drawn === key) return null; // a press that began on it must end on it
  field.dataset.drawn = key;
  if (!gift) return fill(field, h('span', { class: 'gift-picture none', 'aria-hidden': 'true' }, icon('send')), h('span', { class: 'grow strong', t: 'sender.gift.choose' }), icon('down'));
  return fill(field, giftPicture(gift),
    h('span', { class: 'grow' }, h('span', { class: 'name', text: gift.name }), h('span', { class: 'hint', text: [t('common.coins', { n: gift.coins }), gift.ambiguous && `id ${gift.id}`].filter(Boolean).join(' · ') })),
    icon('down'));
}
