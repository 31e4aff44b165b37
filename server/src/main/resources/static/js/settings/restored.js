// A database that was put back: nothing is sent until a person has compared it and says so here.
import { api } from '../api.js';
import { at, fill, h } from '../dom.js';
import { icon } from '../icons.js';
import { date, onLanguage, t } from '../i18n.js';
import { mayChange, session } from '../session.js';
import { problemText, spentText, toast } from '../toasts.js';
import { receiptAddress } from '../words.js';

function form(state, done) {
  const wrong = h('p', { class: 'error', role: 'alert', hidden: true });
  async function accept(event) {
    event.preventDefault();
    const body = { reason: event.target.reason.value.trim() };
    if (state.waiting) body.waiting = event.target.waiting.value;
    try {
      await api.post('/api/restored/accept', body);
      toast('good', t('settings.restored.accepted'), t('settings.restored.accepted.detail'));
      done();
    } catch (problem) {
      wrong.hidden = false;
      wrong.textContent = `${problemText(problem)} ${spentText(problem)}`;
    }
  }
  const way = (value, checked) => h('label', { class: 'check', for: `waiting-${value}` }, h('input', { type: 'radio', id: `waiting-${value}`, name: 'waiting', value, required: true, checked }), h('span', { t: `settings.restored.${value}` }));
  return h('form', { class: 'stack', on: { submit: accept } },
    state.waiting ? h('fieldset', { class: 'stack' }, h('legend', { t: 'settings.restored.waiting', args: { n: state.waiting } }), way('stop', true), way('send', false)) : null,
    h('div', { class: 'field' }, h('label', { for: 'restored-reason', t: 'settings.restored.reason' }), h('input', { class: 'input', id: 'restored-reason', name: 'reason', required: true, maxlength: 500, autocomplete: 'off' })),
    wrong,
    h('div', {}, h('button', { class: 'button primary', type: 'submit', t: 'settings.restored.accept' })));
}

export async function startRestored(root) {
  const place = at('restored', root);
  const read = async () => {
    const state = await api.get('/api/restored', { quiet: true }).catch(() => null);
    place.hidden = !state?.restored;
    if (!state?.restored) return;
    const reviews = state.reviews ?? [];
    fill(place, h('h2', { t: 'settings.restored' }),
      h('div', { class: 'note doubt' }, icon('warning'), h('div', {}, h('p', { t: 'settings.restored.why' }), h('p', { class: 'quiet small', lang: 'en', text: `${state.sentence} ${state.since ? date(state.since) : ''}` }))),
      reviews.length ? h('p', { t: 'settings.restored.reviews', args: { n: reviews.length } }) : null,
      reviews.length ? h('p', { class: 'row wrap' }, reviews.slice(0, 20).map(id => h('a', { href: receiptAddress(id), text: `…${id.slice(-6)}` }))) : null,
      !session.read || mayChange() ? form(state, read) : null);
  };
  await read();
  onLanguage(read);
}
