// What is done with a favourite: kept, noted, looked at, taken away with an undo.
import { api } from '../api.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { toast, toastProblem } from '../toasts.js';
import { changed, world } from '../world.js';

const address = streamer => `/api/streams/${encodeURIComponent(streamer).replace('%40', '@')}`;

function took(line) {
  const place = world.streams.findIndex(one => one.streamer === line.streamer);
  if (place < 0) world.streams.push(line);
  else world.streams[place] = { ...world.streams[place], ...line };
  changed();
}

/** Keeps a streamer, or its new note. */
export async function keep(streamer, note) {
  const line = await api.put(address(streamer), note === null ? {} : { note });
  took(line?.streamer ? line : { streamer, favourite: true, note, onAir: null });
}

export async function check(streamer, button) {
  button.setAttribute('aria-busy', 'true');
  try {
    const answer = await api.post(`${address(streamer)}/check`);
    const line = answer?.stream ?? answer;
    if (line?.streamer) took(line);
    const known = typeof line?.onAir === 'boolean';
    const late = answer?.outcome === 'LATER' || answer?.outcome === 'NOT_SEEN';
    toast(known && !late ? 'good' : 'doubt', t(known ? (line.onAir ? 'streams.checked.on' : 'streams.checked.off') : 'streams.checked.unknown', { streamer }), late ? answer.sentence : null);
  } catch (problem) {
    toastProblem(problem, t('streams.check.failed'));
  } finally {
    button.removeAttribute('aria-busy');
  }
}

export async function forget(stream) {
  try {
    await api.remove(address(stream.streamer));
  } catch (problem) {
    toastProblem(problem);
    return;
  }
  world.streams = world.streams.filter(one => one.streamer !== stream.streamer);
  changed();
  const shown = toast('info', t('streams.removed', { streamer: stream.streamer }), t('streams.removed.detail'), [
    h('button', { class: 'button small undo', type: 'button', t: 'streams.undo', on: { click: () => { shown.remove(); keep(stream.streamer, stream.note ?? '').catch(toastProblem); } } }),
  ]);
}

export const multiplier = streamer => api.get(`/api/multiplier/${streamer}`, { quiet: true }).catch(() => null);

/** What the LIVE offers now, seen by an account of ours that may work. */
export function offers(streamer) {
  const able = world.accounts.filter(one => !one.shut && one.session);
  const account = (able.find(one => one.standard) ?? able[0])?.name;
  return api.get(`${address(streamer)}/gifts${account ? `?account=${encodeURIComponent(account)}` : ''}`);
}
