// The filters of the list: what the form says is what the address says is what the daemon is asked.
import { at, fill, h } from '../dom.js';
import { world } from '../world.js';
import { t } from '../i18n.js';

export const fields = ['state', 'streamer', 'account', 'gift', 'member', 'from', 'to'];
const states = ['', 'REVIEW', 'QUEUED', 'SENDING', 'CONFIRMED', 'PARTIAL', 'STOPPED', 'REFUSED'];

export function read() {
  const asked = new URLSearchParams(location.search);
  return Object.fromEntries(fields.map(name => [name, asked.get(name) ?? '']));
}

export const given = values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

export const address = values => {
  const query = new URLSearchParams(given(values)).toString();
  return `/history.html${query && `?${query}`}`;
};

/** As the API wants them: a streamer with its @, days as the moments at which they begin and end here. */
export function query(values) {
  const asked = given(values);
  if (asked.streamer) asked.streamer = `@${asked.streamer.replace(/^@/, '').trim()}`;
  if (asked.from) asked.from = new Date(`${asked.from}T00:00:00`).toISOString();
  if (asked.to) {
    const end = new Date(`${asked.to}T00:00:00`);
    end.setDate(end.getDate() + 1);
    asked.to = end.toISOString();
  }
  return new URLSearchParams(asked);
}

/** A browser scrolls only to what it shows nothing of. */
const showWhole = event => event.currentTarget.scrollIntoView({ block: 'nearest', inline: 'nearest' });

function drawStates(root, values, choose) {
  fill(at('states', root), states.map(state => h('button', {
    class: 'button small', type: 'button', 'aria-pressed': String(values.state === state),
    t: state ? `common.state.${state}` : 'history.filter.all', on: { click: () => choose({ ...values, state }), focus: showWhole },
  })));
}

function drawAccounts(select, chosen) {
  const names = [...new Set([...world.accounts.map(account => account.name), chosen])].filter(Boolean).sort();
  fill(select, h('option', { value: '', text: t('history.filter.any') }), names.map(name => h('option', { value: name, text: name, selected: name === chosen })));
}

/** Draws the form as the address has it; choose(values) is called when a person changes it. */
export function drawFilters(root, values, choose) {
  const form = at('filters', root);
  drawStates(root, values, choose);
  drawAccounts(form.account, values.account);
  for (const name of fields.filter(one => one !== 'state' && one !== 'account')) form[name].value = values[name];
  const count = Object.keys(given({ ...values, state: '' })).length;
  at('filter-count', root).hidden = count === 0;
  at('filter-count', root).textContent = count;
  if (count) at('more-filters', root).open = true;
  const typed = () => Object.fromEntries(fields.map(name => [name, name === 'state' ? values.state : form[name].value.trim()]));
  form.onsubmit = event => { event.preventDefault(); choose(typed()); };
  form.account.onchange = () => choose(typed());
  at('clear', root).onclick = () => choose({ ...typed(), ...Object.fromEntries(fields.map(name => [name, ''])) });
  return () => drawAccounts(form.account, form.account.value || values.account);
}
