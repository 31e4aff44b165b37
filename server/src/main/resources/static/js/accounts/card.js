// One account as a card: drawn again only when what it shows has changed, so that focus and open settings stay.
import { fill, h } from '../dom.js';
import { icon } from '../icons.js';
import { date, language, number, t } from '../i18n.js';
import { balanceOf, world } from '../world.js';
import { mayChange, session } from '../session.js';
import { receiptAddress, told } from '../words.js';
import { check, pause, reopen, resume } from './acts.js';
import { importSession } from './import.js';
import { logIn } from './login.js';
import { drawSettings } from './settings.js';

const tones = { READY: 'good', UNPROVED: 'doubt', EXPIRES_SOON: 'doubt', SHUT: 'bad', NO_SESSION: 'bad', UNREADABLE: 'bad', LOGGED_OUT: 'bad', EXPIRED: 'bad' };
const wantsLogIn = new Set(['NO_SESSION', 'UNREADABLE', 'LOGGED_OUT', 'EXPIRED', 'EXPIRES_SOON']);
const may = () => !session.read || mayChange();

export function makeAccount(account) {
  const part = name => h('div', { data: { part: name } });
  return h('li', { class: 'card account', 'aria-label': account.name },
    ['head', 'health', 'wallet', 'buttons', 'settings'].map(part));
}

function lane(account) {
  const line = world.lanes.find(one => one.account === account.name);
  const send = line?.send ? world.sends.get(line.send) : null;
  const paused = world.queue.pausedAccounts?.includes(account.name);
  const what = send
    ? h('a', { href: receiptAddress(send.id), text: t('accounts.lane.sending', { n: send.requested, gift: send.gift.name, streamer: send.streamer }) })
    : h('span', { text: line?.streamer && line.work !== 'IDLE' && line.work !== 'SHUT' ? t(`accounts.lane.${line.work}.at`, { streamer: line.streamer }) : t(`accounts.lane.${line?.work ?? 'IDLE'}`) });
  return h('p', { class: 'lane' }, what, paused ? h('span', { text: ` · ${t('accounts.lane.paused')}` }) : null);
}

function head(account) {
  return h('header', { class: 'row' },
    h('div', { class: 'grow' },
      h('h2', { text: account.name }), lane(account)),
    account.standard ? h('span', { class: 'badge quiet', t: 'accounts.standard' }) : null,
    h('span', { class: `badge ${tones[account.health?.state] ?? 'quiet'}`, t: `accounts.health.${account.health?.state ?? 'UNPROVED'}` }));
}

const when = value => (value ? date(value) : t('common.unknown'));

function sentence({ health = {} }) {
  return t(`accounts.health.${health.state}.say`, { at: when(health.provedAt), expires: when(health.expiresAt) });
}

/** The daemon's own word, where it says more than ours. */
const said = health => (language() === 'en' || health.state === 'LOGGED_OUT' ? health.sentence : '');

const firstOf = health => (health?.todo ?? []).map(line => /sends resolve (\S+)/.exec(line)?.[1]).filter(Boolean);

function shut(account) {
  const { title, detail, todo } = told(account.shut);
  const first = firstOf(account.health);
  return h('div', { class: 'note bad' }, icon('warning'), h('div', { class: 'grow health' },
    h('p', { class: 'strong', text: title }),
    detail ? h('p', { class: 'quiet small', lang: 'en', text: detail }) : null,
    todo ? h('p', { text: todo }) : null,
    first.length
      ? h('div', { class: 'todo' }, h('p', { t: 'accounts.first', args: { n: first.length } }), first.map(id => h('a', { href: receiptAddress(id), text: t('accounts.first.one', { id: id.slice(-6) }) })))
      : null,
    may() ? h('div', { class: 'todo' }, h('button', { class: 'button small', type: 'button', t: 'accounts.reopen', disabled: first.length > 0, on: { click: () => reopen(account) } })) : null));
}

function health(account, reviews) {
  const parts = account.shut ? [shut(account)] : [h('p', { class: 'small', text: sentence(account) }), account.health?.state === 'LOGGED_OUT' ? h('p', { class: 'small quiet', lang: 'en', text: said(account.health) }) : null];
  if (reviews.length && !firstOf(account.health).length) {
    const href = reviews.length === 1 ? receiptAddress(reviews[0].id) : `/history.html?${new URLSearchParams({ state: 'REVIEW', account: account.name })}`;
    parts.push(h('p', { class: 'small' }, h('a', { class: 'doubt', href, t: 'accounts.reviews', args: { n: reviews.length } })));
  }
  return h('div', { class: 'health' }, parts);
}

function wallet(account) {
  const line = balanceOf(account.name);
  const figure = (key, value, tone) => h('div', {}, h('dt', { t: key }), h('dd', { class: tone, text: value }));
  const read = line?.readAt ?? account.health?.coinsAt;
  const coins = line?.readAt ? line.coins : account.health?.coins;
  return [
    h('dl', { class: 'wallet' },
      figure('accounts.coins', typeof coins === 'number' ? number(coins) : t('common.unknown')),
      figure('accounts.held', number(line?.held ?? 0)),
      figure('accounts.doubt', number(line?.inDoubt ?? 0), line?.inDoubt ? 'doubt' : '')),
    line?.suspense ? h('p', { class: 'small doubt', t: 'accounts.suspense', args: { n: line.suspense } }) : null,
    h('p', { class: 'hint', text: read ? t('accounts.read', { at: when(read) }) : t('accounts.unread') }),
  ];
}

function buttons(account) {
  const paused = world.queue.pausedAccounts?.includes(account.name);
  const button = (name, key, run, tone = '') => h('button', { class: `button small ${tone}`, type: 'button', on: { click: run } }, icon(name), h('span', { t: key }));
  if (!may()) return h('div', { class: 'buttons' }, account.session ? button('refresh', 'accounts.check', event => check(account, event)) : null);
  const login = wantsLogIn.has(account.health?.state);
  return h('div', { class: 'buttons' },
    login ? button('key', 'accounts.login', () => logIn(account.name), 'primary') : null,
    login ? button('download', 'accounts.import', () => importSession(account.name)) : null,
    account.session ? button('refresh', 'accounts.check', event => check(account, event)) : null,
    paused ? button('play', 'accounts.resume', () => resume(account)) : button('clock', 'accounts.pause', () => pause(account)));
}

const drawers = { head, health, wallet, buttons, settings: account => (may() ? drawSettings(account) : null) };

function key(name, account, reviews) {
  const line = world.lanes.find(one => one.account === account.name);
  const paused = world.queue.pausedAccounts?.includes(account.name);
  const send = line?.send ? world.sends.get(line.send)?.id : null;
  const shows = {
    head: [line?.work, line?.streamer, send, paused, account.standard, account.health?.state],
    health: [account.health, account.shut, reviews.map(one => one.id)],
    wallet: [balanceOf(account.name), account.health?.coins, account.health?.coinsAt],
    buttons: [account.health?.state, account.session, paused],
    settings: [account.usedAlone, account.standard, account.exposureCap, account.session, account.health?.savedAt],
  };
  return JSON.stringify([language(), shows[name]]);
}

export function drawAccount(card, account, reviews) {
  for (const part of card.children) {
    const now = key(part.dataset.part, account, reviews);
    if (part.shows === now) continue;
    part.shows = now;
    const open = part.querySelector('details')?.open;
    fill(part, drawers[part.dataset.part](account, reviews));
    if (open) part.querySelector('details').open = true;
  }
}
