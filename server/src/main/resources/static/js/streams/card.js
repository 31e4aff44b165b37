// One favourite: on air or not and since when it is known, its note, its multiplier, and what can be done.
import { fill, h } from '../dom.js';
import { icon } from '../icons.js';
import { date, language, t } from '../i18n.js';
import { world } from '../world.js';
import { mayChange, session } from '../session.js';
import { toast, toastProblem } from '../toasts.js';
import { senderAddress } from '../words.js';
import { check, forget, keep, multiplier } from './acts.js';
import { drawOffers } from './offers.js';

const may = () => !session.read || mayChange();
const hue = name => [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);

export function makeStream(stream) {
  multiplier(stream.streamer).then(line => { if (line) world.multipliers.set(stream.streamer, line); });
  return h('li', { class: 'card stream', 'aria-label': stream.streamer }, ['who', 'note', 'times', 'buttons', 'offers'].map(part => h('div', { data: { part } })));
}

function air(stream) {
  if (stream.onAir === true) return h('span', { class: 'badge air', t: 'streams.on' });
  return h('span', { class: 'badge quiet', t: stream.onAir === false ? 'streams.off' : 'streams.unknown' });
}

/** The time alone where it is of today. */
const moment = at => date(at, Date.now() - new Date(at) < 12 * 3600 * 1000 ? { timeStyle: 'short' } : { timeStyle: 'short', dateStyle: 'short' });

function known(stream) {
  const parts = [];
  if (stream.title) parts.push(stream.title);
  if (typeof stream.viewers === 'number' && stream.onAir) parts.push(t('streams.viewers', { n: stream.viewers }));
  parts.push(stream.seenAt ? t('streams.seen', { at: moment(stream.seenAt) }) : t('streams.unseen'));
  return parts.join(' · ');
}

function who(stream) {
  return h('div', { class: 'who' },
    h('span', { class: `face ${stream.onAir ? 'on' : ''}`, 'aria-hidden': 'true', text: stream.streamer.slice(1, 3).toUpperCase(), css: { '--hue': hue(stream.streamer) } }),
    h('div', { class: 'grow' }, h('h2', { text: stream.streamer }), h('p', { class: 'quiet small', text: known(stream) })),
    air(stream));
}

function note(stream, card) {
  if (!may()) return stream.note ? h('p', { class: 'quiet small', text: stream.note }) : null;
  const place = card.querySelector('[data-part="note"]');
  const shown = () => h('p', { class: 'note-line' }, h('button', { class: 'button plain small', type: 'button', on: { click: edit } },
    h('span', { class: 'cut', text: stream.note || t('streams.note.add') }), h('span', { class: 'unseen', t: 'streams.note.edit' })));
  const edit = () => {
    const id = `note-${stream.streamer}`;
    const input = h('input', { class: 'input', id, value: stream.note ?? '', maxlength: 200, label: 'streams.note', autocomplete: 'off' });
    const close = () => { fill(place, shown()); place.querySelector('button').focus(); };
    fill(place, h('form', { class: 'note-form', on: {
      submit: event => {
        event.preventDefault();
        keep(stream.streamer, input.value.trim()).then(() => toast('good', t('streams.note.kept')), toastProblem).finally(close);
      },
      keydown: event => { if (event.key === 'Escape') close(); },
    } }, input, h('button', { class: 'button', type: 'submit', t: 'common.save' })));
    input.focus();
  };
  return shown();
}

function times(stream) {
  const line = world.multipliers.get(stream.streamer);
  if (!line || line.kind === 'NONE' || !(line.value > 1)) return null;
  const until = line.window?.until ? t('streams.times.until', { at: date(line.window.until, { timeStyle: 'short' }) }) : '';
  return h('p', { class: 'times' }, h('strong', { text: `×${line.value}` }),
    h('span', { text: [t(`streams.times.${line.confidence ?? 'UNKNOWN'}`), until].filter(Boolean).join(' ') }));
}

function buttons(stream, card) {
  return h('div', { class: 'buttons' },
    h('a', { class: `button small ${stream.onAir ? 'primary' : ''}`, href: senderAddress({ streamer: stream.streamer }) }, icon('send'), h('span', { t: 'streams.send' }), h('span', { class: 'unseen', text: stream.streamer })),
    h('button', { class: 'button small', type: 'button', 'aria-expanded': 'false', on: { click: event => drawOffers(card, stream, event.currentTarget) } }, icon('receipt'), h('span', { t: 'streams.offers' })),
    h('button', { class: 'button small', type: 'button', on: { click: event => check(stream.streamer, event.currentTarget) } }, icon('refresh'), h('span', { t: 'streams.check' })),
    may() ? h('button', { class: 'button small plain', type: 'button', on: { click: () => forget(stream) } }, icon('trash'), h('span', { t: 'streams.remove' })) : null);
}

const drawers = { who, note, times, buttons };
const shows = {
  who: stream => [stream.onAir, stream.seenAt, stream.viewers, stream.title],
  note: stream => [stream.note],
  times: stream => [world.multipliers.get(stream.streamer)],
  buttons: stream => [stream.onAir === true],
};

export function drawStream(card, stream) {
  for (const part of card.children) {
    const name = part.dataset.part;
    if (!drawers[name]) continue;
    const now = JSON.stringify([language(), shows[name](stream)]);
    if (part.shows === now || part.querySelector('form')) continue;
    part.shows = now;
    fill(part, drawers[name](stream, card));
  }
}
