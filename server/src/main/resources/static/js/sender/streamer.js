// Whom the gifts go to: a field, favourites below it with whether they are on air, a star to keep one.
import { api } from '../api.js';
import { at, attribute, h, keyed, settled } from '../dom.js';
import { date, onLanguage, say, t } from '../i18n.js';
import { toastProblem } from '../toasts.js';
import { changed, onWorld, world } from '../world.js';
import { change, form, onForm, streamerName } from './form.js';

const known = name => world.streams.find(stream => stream.streamer.toLowerCase() === name.toLowerCase()) ?? null;
const favourite = name => known(name)?.favourite === true;
const shownMost = 8;

export function mountStreamer(root) {
  const field = at('streamer', root);
  const star = at('favourite', root);
  const hint = at('streamer-hint', root);
  const list = at('favourites', root);

  const draw = () => {
    attribute(star, 'aria-pressed', favourite(form.streamer));
    star.disabled = form.streamer === '';
    tell(hint, known(form.streamer), world.multipliers.get(form.streamer));
    const favourites = world.streams.filter(stream => stream.favourite !== false).sort((a, b) => Number(b.onAir ?? 0) - Number(a.onAir ?? 0)).slice(0, shownMost);
    list.hidden = favourites.length === 0;
    keyed(list, favourites, stream => stream.streamer, chip, (item, stream) => {
      const button = item.firstElementChild;
      attribute(button, 'aria-pressed', stream.streamer === form.streamer);
      button.classList.toggle('on-air', stream.onAir === true);
      button.lastElementChild.textContent = stream.onAir === true ? t('sender.onAir') : '';
    });
  };
  field.addEventListener('input', settled(120, () => change({ streamer: streamerName(field.value) }, 'streamer')));
  field.addEventListener('change', () => { field.value = streamerName(field.value).slice(1); change({ streamer: streamerName(field.value) }); });
  star.addEventListener('click', () => keep(form.streamer));
  onForm((now, source) => {
    if (source !== 'streamer') field.value = now.streamer.slice(1);
    draw();
  });
  onWorld(draw);
  onLanguage(draw);
}

const chip = stream => h('li', {}, h('button', { class: 'chip', type: 'button', on: { click: () => change({ streamer: stream.streamer }) } },
  h('span', { class: 'dot', 'aria-hidden': 'true' }), h('span', { text: stream.streamer }), h('span', { class: 'unseen' })));

function tell(hint, stream, multiplier) {
  hint.className = 'hint';
  if (multiplier && multiplier.value > 1) {
    hint.className = 'hint active';
    hint.textContent = multiplier.sentence;
  } else if (!stream || stream.onAir === null || stream.onAir === undefined) say(hint, form.streamer ? 'sender.air.unknown' : 'sender.streamer.hint');
  else if (stream.onAir) say(hint, stream.viewers === null || stream.viewers === undefined ? 'sender.air.on' : 'sender.air.viewers', { n: stream.viewers });
  else say(hint, 'sender.air.off', { time: stream.seenAt ? date(stream.seenAt, { timeStyle: 'short' }) : '–' });
}

async function keep(streamer) {
  const path = `/api/streams/${encodeURIComponent(streamer)}`;
  try {
    if (favourite(streamer)) {
      await api.remove(path);
      world.streams = world.streams.filter(stream => stream.streamer !== streamer);
    } else {
      await api.put(path, {});
      world.streams = await api.get('/api/streams');
    }
    changed();
  } catch (problem) {
    toastProblem(problem);
  }
}
