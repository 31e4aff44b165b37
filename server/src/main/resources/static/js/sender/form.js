// What is being asked for. Kept for this tab, so that a reload loses nothing; the address may carry a form too.
import { pref, setPref } from '../prefs.js';
import { giftById } from './gifts.js';

export const form = { streamer: '', gift: null, quantity: 1, cps: 12, account: null };
export const most = { quantity: 10000, cps: 12 };
const listeners = new Set();

export const onForm = listener => listeners.add(listener);

/** Changes the form and tells everybody. source: the part that changed it and needs not be told. */
export function change(values, source = null) {
  if (Object.entries(values).every(([name, value]) => same(form[name], value))) return;
  Object.assign(form, values);
  sessionStorage.setItem('cadeau.form', JSON.stringify(form));
  setPref('lastForm', form);
  for (const listener of listeners) listener(form, source);
}

const same = (one, other) => one === other || (one?.id !== undefined && one?.id === other?.id && one?.coins === other?.coins);

export const whole = () => form.streamer !== '' && form.gift !== null && validQuantity(form.quantity) && validCps(form.cps) && form.account !== null;
export const validQuantity = value => Number.isInteger(value) && value >= 1 && value <= most.quantity;
export const validCps = value => Number.isFinite(value) && value >= 1 && value <= most.cps;

/** The order as the API takes it. The gift goes by id and price: what was seen is what is sent. */
export const order = () => ({
  streamer: form.streamer, gift: form.gift.id, price: form.gift.coins, quantity: form.quantity, cps: form.cps, account: form.account,
});

export const streamerName = text => {
  const name = text.trim().replace(/^.*tiktok\.com\/(?=@)/, '').replace(/^@+/, '').replace(/[/?#].*$/, '');
  return name === '' ? '' : `@${name}`;
};

/** The address first, then this tab, then what was asked for last on this browser. */
export async function restore() {
  const asked = new URLSearchParams(location.search);
  const kept = JSON.parse(sessionStorage.getItem('cadeau.form') ?? 'null') ?? { ...pref('lastForm'), quantity: 1 };
  const gift = asked.has('gift') ? await giftById(Number(asked.get('gift'))).catch(() => null) : kept.gift;
  const count = (name, otherwise) => Number(asked.get(name) ?? otherwise);
  const values = {
    streamer: streamerName(asked.get('streamer') ?? kept.streamer ?? ''),
    gift: gift ?? null,
    quantity: count('quantity', kept.quantity ?? 1),
    cps: count('cps', kept.cps ?? 12),
    account: asked.get('account') ?? kept.account ?? null,
  };
  if (!validQuantity(values.quantity)) values.quantity = 1;
  if (!validCps(values.cps)) values.cps = 12;
  change(values);
  if (location.search) history.replaceState(null, '', location.pathname);
}
