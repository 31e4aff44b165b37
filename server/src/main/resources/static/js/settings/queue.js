// The queue as a whole: held back or let go on. What runs is not touched.
import { api } from '../api.js';
import { at, fill, h } from '../dom.js';
import { icon } from '../icons.js';
import { onLanguage, t } from '../i18n.js';
import { mayChange, session } from '../session.js';
import { toast, toastProblem } from '../toasts.js';
import { changed, onWorld, world } from '../world.js';

export function startQueue(root) {
  const place = at('queue', root);
  const may = !session.read || mayChange();
  let was = '';

  async function set(what) {
    try {
      world.queue = await api.post(`/api/queue/${what}`);
      toast('good', t(`settings.queue.${what}d`));
      changed();
    } catch (problem) {
      toastProblem(problem);
    }
  }

  const draw = () => {
    const { paused, waiting } = world.queue;
    fill(place,
      h('p', {}, h('span', { class: `badge ${paused ? 'doubt' : 'good'}`, t: paused ? 'settings.queue.paused' : 'settings.queue.open' }), ' ',
        h('span', { class: 'quiet', t: 'settings.queue.waiting', args: { n: waiting ?? 0 } })),
      h('p', { class: 'quiet small', t: 'settings.queue.why' }),
      may ? h('div', {}, paused
        ? h('button', { class: 'button primary', type: 'button', on: { click: () => set('resume') } }, icon('play'), h('span', { t: 'settings.queue.resume' }))
        : h('button', { class: 'button', type: 'button', on: { click: () => set('pause') } }, icon('clock'), h('span', { t: 'settings.queue.pause' }))) : null);
  };
  const look = () => {
    const now = JSON.stringify([world.queue.paused, world.queue.waiting]);
    if (now === was) return;
    was = now;
    draw();
  };
  draw();
  onWorld(look);
  onLanguage(draw);
}
