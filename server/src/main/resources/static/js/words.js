// What more than one page shows of a send, in the same words: its state, its reason, its gift.
import { h } from './dom.js';
import { has, loadTexts, t } from './i18n.js';
import { usesTexts } from './you.js';

export const tones = {
  QUEUED: 'quiet', PREPARING: 'active', SENDING: 'active', SETTLING: 'active',
  CONFIRMED: 'good', PARTIAL: 'doubt', STOPPED: 'quiet', REFUSED: 'bad', REVIEW: 'doubt',
};

/** Texts that are not the page's own, kept for a switch of the language too. */
export async function alsoUses(page, ...names) {
  usesTexts([page, ...names]);
  await loadTexts(...names);
}

export const stateBadge = state => h('span', { class: `badge ${tones[state] ?? 'quiet'}`, t: `common.state.${state}` });

/** Of a code with a sentence: our words, what to do about it, and the daemon's own sentence where it says more. */
export function told({ code, sentence }) {
  const key = has(`reason.${code}`) ? `reason.${code}` : `shut.${code}`;
  if (!has(key)) return { title: sentence, detail: '', todo: '' };
  const title = t(key);
  return { title, detail: sentence && sentence !== title ? sentence : '', todo: has(`${key}.todo`) ? t(`${key}.todo`) : '' };
}

/** The address of the gift sender with its form filled in; opening it sends nothing. */
export function senderAddress(values) {
  const kept = Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return `/gift-sender.html?${new URLSearchParams(kept)}`;
}

/** The address of a receipt. */
export const receiptAddress = id => `/history.html?send=${encodeURIComponent(id)}`;
