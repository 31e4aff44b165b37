// What is known of the daemon, kept fresh by live.js: one place for the shell and the pages to read from.
import { api } from './api.js';
import { openLive } from './live.js';
import { settled } from './dom.js';

const most = 60;
const ends = new Set(['CONFIRMED', 'PARTIAL', 'STOPPED', 'REFUSED', 'REVIEW']);

export const world = {
  ready: false,
  connection: 'connecting', // connecting, open, polling, down
  asOf: null, // when something was last heard
  daemon: null,
  restored: null,
  sends: new Map(), // id → receipt, the newest 60
  lanes: [],
  queue: { waiting: 0, paused: false, held: 0, pausedAccounts: [] },
  balances: [],
  accounts: [],
  streams: [],
  multipliers: new Map(), // @name → line of /api/multiplier
};

const listeners = new Set();
let drawing = false;

/** Called after each change, at most once a frame, with the world. Answers what takes it away. */
export function onWorld(listener) {
  listeners.add(listener);
  if (world.ready) listener(world);
  return () => listeners.delete(listener);
}

export function changed() {
  if (drawing) return;
  drawing = true;
  const draw = () => {
    drawing = false;
    for (const listener of listeners) listener(world);
  };
  if (document.hidden) setTimeout(draw, 250);
  else requestAnimationFrame(draw);
}

export const ended = send => ends.has(send.state);
export const running = () => [...world.sends.values()].filter(send => !ended(send)).sort((a, b) => (a.id < b.id ? -1 : 1));
export const balanceOf = account => world.balances.find(line => line.account === account) ?? null;

/** A send that was just accepted, or read again: what is older than known is left out. */
export function take(send) {
  const known = world.sends.get(send.id);
  if (known && ended(known) && !ended(send)) return;
  if (known && !ended(known) && ended(send)) readMoney();
  world.sends.set(send.id, { ...known, ...send });
  for (const id of [...world.sends.keys()].sort().reverse().slice(most)) {
    if (ended(world.sends.get(id))) world.sends.delete(id);
  }
}

function replace(list, line, key) {
  const place = list.findIndex(one => one[key] === line[key]);
  if (place < 0) list.push(line);
  else list[place] = line;
}

function takeStatus(status) {
  Object.assign(world, { daemon: status.daemon, restored: status.restored, lanes: status.lanes, queue: status.queue });
  const runs = new Set(status.running.map(send => send.id));
  for (const send of [...status.last, ...status.running]) take(send);
  const lost = running().filter(send => !runs.has(send.id) && send.state !== 'QUEUED' && !status.last.some(one => one.id === send.id));
  for (const send of lost) api.get(`/api/sends/${send.id}`).then(take).then(changed, () => {});
}

const kinds = {
  hello: message => { if (!message.data.resumed) readAll(); },
  reset: () => readAll(),
  status: ({ data }) => { takeStatus(data); slowly(); },
  send: ({ data }) => take(data),
  lane: ({ data }) => replace(world.lanes, data, 'account'),
  queue: ({ data }) => { world.queue = data; },
  balance: ({ data }) => replace(world.balances, data, 'account'),
  account: ({ data }) => replace(world.accounts, data, 'name'),
  stream: ({ data }) => replace(world.streams, data, 'streamer'),
  multiplier: ({ data }) => { world.multipliers.set(data.streamer, data); },
};

const part = (name, path) => api.get(path).then(value => { world[name] = value; }, () => {});
const readMoney = settled(150, () => Promise.all([part('balances', '/api/balance'), part('accounts', '/api/accounts')]).then(changed));
let slowAt = 0;
function slowly() {
  if (performance.now() - slowAt < 5000) return;
  slowAt = performance.now();
  readMoney();
}

export async function readAll() {
  await Promise.all([
    api.get('/api/status').then(takeStatus, () => {}),
    part('balances', '/api/balance'),
    part('accounts', '/api/accounts'),
    api.get('/api/streams', { quiet: true }).then(value => { world.streams = value; }, () => {}),
  ]);
  world.ready = world.daemon !== null;
  world.asOf = new Date();
  changed();
}

export function startWorld() {
  readAll();
  openLive(message => {
    world.asOf = new Date();
    kinds[message.type]?.(message);
    changed();
  }, state => {
    world.connection = state;
    changed();
  });
}
