// What it would cost and what would refuse it, under the form. Asked again as the form changes; what is shown for an
// older form is marked as such until the new answer is there.
import { api } from '../api.js';
import { at, fill, h, settled } from '../dom.js';
import { icon } from '../icons.js';
import { date, duration, has, number, onLanguage, t } from '../i18n.js';
import { problemText } from '../toasts.js';
import { onWorld, running } from '../world.js';
import { form, onForm, order, whole } from './form.js';
import { coin } from './picker.js';

const again = 20000;
export const quote = { value: null, of: null, trouble: null };
let asking = null;
let box = null;
let onQuote = () => {};

export const current = () => quote.value !== null && quote.of === JSON.stringify(order());
export const cost = () => (current() ? quote.value.cost : form.gift.coins * form.quantity);

export function mountQuote(element, told) {
  box = element;
  onQuote = told;
  const soon = settled(250, () => ask());
  onForm(() => { draw(); soon(); });
  onLanguage(draw);
  let busy = -1;
  onWorld(() => { // what others send changes what is left
    if (busy !== running().length) soon();
    busy = running().length;
  });
  setInterval(() => { if (!document.hidden && whole()) ask(); }, again);
  draw();
}

async function ask(look = false) {
  asking?.abort();
  if (!whole()) return draw();
  const mine = asking = new AbortController();
  const of = JSON.stringify(order());
  try {
    const value = await api.post('/api/quote', look ? { ...order(), look } : order(), { signal: mine.signal, quiet: true });
    Object.assign(quote, { value, of, trouble: null });
  } catch (problem) {
    if (problem.name === 'AbortError') return;
    Object.assign(quote, { trouble: problem });
  }
  if (asking === mine) draw();
}

function draw() {
  onQuote();
  brief(at('brief'));
  if (!whole()) return fill(box, h('p', { class: 'hint', t: missing() }));
  const stale = !current();
  box.classList.toggle('stale', stale);
  const parts = quote.value && !(quote.trouble && stale) ? figures(quote.value, stale) : [];
  if (quote.trouble) parts.push(note('bad', problemText(quote.trouble), t('sender.quote.unasked')));
  if (!quote.value && !quote.trouble) parts.push(h('div', { class: 'skeleton' }));
  return fill(box, parts);
}

// On a phone the cost stands above the button, which is always in sight, and not in the quote.
function brief(line) {
  line.hidden = !whole() || !quote.value;
  if (line.hidden) return;
  const coins = quote.value.cost;
  fill(line, h('span', { class: 'quiet', t: 'sender.quote.cost' }), coin(), h('strong', { text: current() && coins !== null ? number(coins) : '…' }));
}

function missing() {
  if (!form.streamer) return 'sender.missing.streamer';
  if (!form.gift) return 'sender.missing.gift';
  return form.account === null ? 'sender.missing.account' : 'sender.missing.number';
}

function figures(value, stale) {
  const amount = n => (n === null || n === undefined ? t('common.unknown') : number(n));
  const line = (key, text, tone) => h('div', {}, h('dt', { t: key }), h('dd', { class: tone, text }));
  const short = value.balanceAfter !== null && value.balanceAfter < 0;
  return [
    h('div', { class: 'cost' }, h('span', { class: 'quiet', t: 'sender.quote.cost' }), h('strong', {}, coin(), h('span', { text: amount(value.cost) }))),
    h('dl', { class: 'figures' },
      line('sender.quote.after', amount(value.balanceAfter), short ? 'bad' : ''),
      line('sender.quote.time', value.seconds < 1 ? t('sender.quote.instant') : duration(value.seconds)),
      line('sender.quote.points', value.points === null || value.points === undefined ? '–' : number(value.points))),
    h('div', { class: 'source' }, h('p', { class: 'hint', text: stale ? t('sender.quote.stale') : source(value) }), !stale && value.priceFrom !== 'LIVE' && lookButton()),
    ...value.refusals.map(({ code, sentence }) => note('doubt', sentence, has(`sender.todo.${code}`) ? t(`sender.todo.${code}`) : null)),
  ];
}

const source = value => [t(value.priceFrom === 'LIVE' ? 'sender.quote.live' : 'sender.quote.catalogue', { time: value.priceAt ? date(value.priceAt, { timeStyle: 'short' }) : '' }),
  (value.points === null || value.points === undefined) && value.pointsWhy].filter(Boolean).join(' ');

// Opens the LIVE and reads the price there; takes some seconds and presses nothing.
function lookButton() {
  const button = h('button', { class: 'button small', type: 'button', t: 'sender.quote.look', on: { click: () => {
    button.setAttribute('aria-busy', 'true');
    ask(true);
  } } });
  return button;
}

export const note = (tone, sentence, todo) => h('div', { class: `note ${tone}` }, icon('warning'), h('div', {}, h('p', { text: sentence }), todo && h('p', { class: 'hint', text: todo })));
