// Sends an order under one idempotency key. The key is made when the form changes and renewed only after its answer was
// shown; it lies in this tab's storage, so that a reload, a second press or a copied tab never sends twice.
import { api } from '../api.js';
import { onForm, order } from './form.js';

const place = 'cadeau.order';
const fresh = 60000; // an unanswered press this young is asked again by itself
const tries = 40;

const read = () => JSON.parse(sessionStorage.getItem(place) ?? 'null');
const write = value => sessionStorage.setItem(place, JSON.stringify(value));

function key() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
}

const renew = () => write({ key: key(), body: null, pressedAt: null });

/** What was pressed and has no answer yet: {key, body, pressedAt}, or null. */
export const unanswered = () => (read()?.pressedAt ? read() : null);
export const isFresh = kept => Date.now() - kept.pressedAt < fresh;
export const forget = renew;

export function startOrders() {
  if (!read()) renew();
  let last = JSON.stringify(formOf());
  onForm(() => {
    const now = JSON.stringify(formOf());
    if (now !== last && !unanswered()) renew();
    last = now;
  });
}

function formOf() {
  try {
    return order();
  } catch {
    return null; // no gift yet
  }
}

/**
 * Presses Send for the form as it is, or asks again what became of an unanswered press.
 * Answers {send, replayed}; throws the Problem when it was refused. While there is no answer, waiting is called.
 */
export async function submit(waiting) {
  const kept = unanswered() ?? { ...read(), body: order(), pressedAt: Date.now() };
  write(kept);
  for (let asked = 1; ; asked++) {
    try {
      const { value, status } = await api.post('/api/send', kept.body, { headers: { 'Idempotency-Key': kept.key }, mayCost: true, whole: true });
      return { send: value, replayed: status === 200 };
    } catch (problem) {
      const later = problem.code === 'NO_CONNECTION' || problem.code === 'IDEMPOTENCY_IN_PROGRESS' || problem.spent === 'unknown';
      if (!later) throw problem;
      if (asked >= tries || !isFresh(kept)) throw problem;
      waiting(problem);
      await new Promise(resolve => { setTimeout(resolve, Math.min(300 * asked, 3000)); });
    }
  }
}

/** The answer was shown: the next press is another order. */
export const answered = renew;
