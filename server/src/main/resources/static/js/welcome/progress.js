// Where the set-up stands. What the daemon knows decides; the rest is kept on this browser, so that it can be resumed.
import { session } from '../session.js';

const place = 'cadeau.welcome';
export const names = ['language', 'admin', 'account', 'send', 'receipt'];

const read = () => {
  try {
    return JSON.parse(localStorage.getItem(place)) ?? {};
  } catch {
    return {};
  }
};

export const kept = read();
export function keep(values) {
  Object.assign(kept, values);
  localStorage.setItem(place, JSON.stringify(kept));
}

/** The step to go on with. */
export function standing() {
  if (session.needsAdmin) return kept.language ? 'admin' : 'language';
  if (!kept.account) return 'account';
  return kept.send && kept.ended ? 'receipt' : 'send';
}

export const finish = () => localStorage.removeItem(place);
