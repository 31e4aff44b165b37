// Streams: the favourites, whether they are on air, and what their LIVEs offer. Nothing here presses anything.
import { api } from '../api.js';
import { at, fill, h, keyed } from '../dom.js';
import { icon } from '../icons.js';
import { onLanguage, t } from '../i18n.js';
import { changed, onWorld, world } from '../world.js';
import { mayChange, session } from '../session.js';
import { problemText, spentText, toast } from '../toasts.js';
import { alsoUses } from '../words.js';
import { drawStream, makeStream } from '../streams/card.js';
import { keep } from '../streams/acts.js';

const nobody = () => h('div', { class: 'empty' }, icon('streams'), h('strong', { t: 'streams.none' }), h('p', { t: 'streams.none.do' }));

const missing = problem => h('div', { class: 'empty', role: 'alert' }, icon('warning'),
  h('strong', { text: problem.status === 404 ? t('streams.notyet') : problemText(problem) }), h('p', { text: spentText(problem) }));

const sorted = streams => [...streams].filter(one => one.favourite !== false)
  .sort((a, b) => Number(b.onAir === true) - Number(a.onAir === true) || a.streamer.localeCompare(b.streamer));

async function add(event, root) {
  event.preventDefault();
  const form = event.target;
  const wrong = at('wrong', root);
  const name = form.streamer.value.trim().replace(/^.*\/@?|^@/, '').replace(/[/?].*$/, '');
  const button = form.querySelector('[type="submit"]');
  button.setAttribute('aria-busy', 'true');
  wrong.hidden = true;
  try {
    await keep(`@${name}`, '');
    form.reset();
    toast('good', t('streams.added', { streamer: `@${name}` }));
  } catch (problem) {
    wrong.hidden = false;
    wrong.textContent = `${problemText(problem)} ${spentText(problem)}`;
    form.streamer.focus();
  } finally {
    button.removeAttribute('aria-busy');
  }
}

export async function mount(root) {
  await alsoUses('streams', 'reasons');
  const list = at('streams', root);
  const form = at('add', root);
  form.hidden = session.read && !mayChange();
  form.addEventListener('submit', event => add(event, root));
  let problem = null;
  const draw = () => {
    if (list.getAttribute('aria-busy') === 'true') return;
    const streams = sorted(world.streams);
    keyed(list, streams, one => one.streamer, makeStream, drawStream);
    at('none', root).hidden = streams.length > 0;
    if (!streams.length) fill(at('none', root), problem ? missing(problem) : nobody());
  };
  onWorld(draw);
  onLanguage(draw);
  try {
    world.streams = await api.get('/api/streams');
  } catch (failed) {
    problem = failed;
  }
  fill(list);
  list.setAttribute('aria-busy', 'false');
  draw();
  changed();
}
