// The catalogue as the picker needs it: every known gift once, what a LIVE offers, what was sent last.
import { api } from '../api.js';
import { pref, setPref } from '../prefs.js';

const mostRecent = 12;
// Those that everybody looks for come first until there are recent ones. Only their order is said here.
const usual = ['Rose', 'TikTok', 'Heart Me', 'GG', 'Finger Heart', 'Perfume', 'Doughnut', 'Hat and Mustache', 'Confetti', 'Galaxy', 'Lion', 'TikTok Universe'];
const offersLast = 300000;
let catalogue = null;
const offers = new Map(); // @name → {at, gifts}

export async function allGifts() {
  catalogue ??= api.get('/api/gifts').then(list => {
    const counts = new Map();
    for (const gift of list) counts.set(gift.name, (counts.get(gift.name) ?? 0) + 1);
    return list.map(gift => ({ ...gift, ambiguous: counts.get(gift.name) > 1 }));
  }).catch(problem => {
    catalogue = null;
    throw problem;
  });
  return catalogue;
}

export const giftById = async id => (await allGifts()).find(gift => gift.id === id) ?? null;

/** What the LIVE offers, as last looked at within five minutes, or null. */
export function offered(streamer) {
  const known = offers.get(streamer);
  return known && Date.now() - known.at < offersLast ? known.gifts : null;
}

/** Opens the LIVE and reads what it offers; takes a few seconds and presses nothing. */
export async function lookAtOffers(streamer, account) {
  const by = account ? `?account=${encodeURIComponent(account)}` : '';
  const gifts = await api.get(`/api/streams/${encodeURIComponent(streamer)}/gifts${by}`);
  const names = gifts.map(gift => gift.name);
  const shown = gifts.map(gift => ({ ...gift, ambiguous: names.indexOf(gift.name) !== names.lastIndexOf(gift.name) }));
  offers.set(streamer, { at: Date.now(), gifts: shown });
  return shown;
}

export const recentIds = () => pref('recentGifts');
export const remember = id => setPref('recentGifts', [id, ...recentIds().filter(one => one !== id)].slice(0, mostRecent));

const plain = text => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

/** By name, id or price; names that begin so come first, then recent ones. */
export function search(gifts, asked) {
  const wanted = plain(asked.trim());
  const recent = recentIds();
  const rank = gift => [recent.indexOf(gift.id), usual.indexOf(gift.name) + 100, 1000].find((place, n) => place > (n === 1 ? 99 : -1));
  if (!wanted) return [...gifts].sort((a, b) => rank(a) - rank(b));
  const hit = gift => plain(gift.name).includes(wanted) || String(gift.id) === wanted || String(gift.coins) === wanted;
  const begins = gift => (plain(gift.name) === wanted ? 0 : plain(gift.name).startsWith(wanted) ? 1 : 2);
  return gifts.filter(hit).sort((a, b) => begins(a) - begins(b) || rank(a) - rank(b) || a.coins - b.coins);
}
