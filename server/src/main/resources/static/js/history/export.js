// The list with its filters as a file, made here from the same pages that the list reads.
import { api } from '../api.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { toast, toastProblem } from '../toasts.js';

const most = 10000;
const page = 200;
const columns = {
  id: send => send.id, state: send => send.state, streamer: send => send.streamer, account: send => send.account, member: send => send.member,
  giftId: send => send.gift.id, gift: send => send.gift.name, price: send => send.gift.coins,
  requested: send => send.requested, confirmed: send => send.confirmed, unknown: send => send.unknown, excess: send => send.excess, presses: send => send.presses,
  coinsSpent: send => send.coinsSpent, coinsInDoubt: send => send.coinsInDoubt, balanceBefore: send => send.balanceBefore, balanceAfter: send => send.balanceAfter,
  cpsRequested: send => send.cpsRequested, cpsAchieved: send => send.cpsAchieved,
  byAnswers: send => send.witnesses?.response, byEchoes: send => send.witnesses?.echo, balanceAgrees: send => send.witnesses?.balance,
  reason: send => send.reason?.code, queuedAt: send => send.queuedAt, firstPressAt: send => send.firstPressAt, finishedAt: send => send.finishedAt,
};

// A cell that a spreadsheet would take for a formula begins with an apostrophe.
function cell(value) {
  const text = String(value ?? '');
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

export const csv = sends => [Object.keys(columns), ...sends.map(send => Object.values(columns).map(value => value(send)))]
  .map(row => row.map(cell).join(',')).join('\r\n');

async function all(search) {
  const sends = [];
  let cursor = null;
  do {
    const asked = new URLSearchParams(search);
    asked.set('limit', page);
    if (cursor) asked.set('cursor', cursor);
    const found = await api.get(`/api/sends?${asked}`);
    sends.push(...found.sends);
    cursor = found.next;
  } while (cursor && sends.length < most);
  return { sends: sends.slice(0, most), more: Boolean(cursor) };
}

function save(name, type, content) {
  const link = h('a', { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** @param format csv or json */
export async function exportSends(format, search, button) {
  button.setAttribute('aria-busy', 'true');
  try {
    const { sends, more } = await all(search);
    const name = `cadeau-${new Date().toISOString().slice(0, 10)}.${format}`;
    if (format === 'csv') save(name, 'text/csv', `\ufeff${csv(sends)}`);
    else save(name, 'application/json', JSON.stringify(sends, null, 2));
    toast(more ? 'doubt' : 'good', t('history.exported', { n: sends.length }), more ? t('history.exported.most') : null);
  } catch (problem) {
    toastProblem(problem);
  } finally {
    button.removeAttribute('aria-busy');
  }
}
