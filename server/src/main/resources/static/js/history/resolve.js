// A person's word on a send in REVIEW. It says what it will do before it does it, and it presses nothing.
import { api } from '../api.js';
import { h } from '../dom.js';
import { icon } from '../icons.js';
import { number, t } from '../i18n.js';
import { toast, toastProblem } from '../toasts.js';
import { mayChange, session } from '../session.js';

const most = send => send.confirmed + send.unknown;

/** What the daemon will do with this number. */
function outcome(send, landed) {
  const price = send.gift.coins ?? 0;
  const back = (most(send) - landed) * price;
  return [
    t('history.resolve.spends', { n: landed, coins: number(landed * price) }),
    back > 0 && t('history.resolve.frees', { n: back }),
    t('history.resolve.final'),
  ].filter(Boolean).join(' ');
}

/** done() is called when it was resolved. What was typed survives a new drawing. */
export function resolve(done) {
  const typed = { landed: '', reason: '' };
  let busy = false;

  async function settle(event, send) {
    event.preventDefault();
    const button = event.target.querySelector('[type="submit"]');
    if (busy) return;
    busy = true;
    button.setAttribute('aria-busy', 'true');
    try {
      await api.post(`/api/sends/${send.id}/resolve`, { landed: Number(typed.landed), reason: typed.reason.trim() });
      toast('good', t('history.resolve.done'), t('history.resolve.done.detail', { n: Number(typed.landed) }));
      done();
    } catch (problem) {
      toastProblem(problem, t('history.resolve.failed'));
    } finally {
      busy = false;
      button.removeAttribute('aria-busy');
    }
  }

  function draw(send) {
    if (session.read && !mayChange()) return h('section', { class: 'card resolve' }, h('p', { t: 'history.resolve.ask' }));
    const says = h('p', { class: 'note', role: 'status', id: 'resolve-says' });
    const tell = () => {
      const fits = typed.landed !== '' && Number.isInteger(Number(typed.landed)) && Number(typed.landed) >= send.confirmed && Number(typed.landed) <= most(send);
      says.replaceChildren(icon('info'), h('span', { text: fits ? outcome(send, Number(typed.landed)) : t('history.resolve.range', { least: number(send.confirmed), most: number(most(send)) }) }));
    };
    const keep = name => event => { typed[name] = event.target.value; tell(); };
    tell();
    return h('section', { class: 'card resolve no-print', 'aria-labelledby': 'resolve-title' },
      h('header', {}, h('h2', { id: 'resolve-title', t: 'history.resolve.title', args: { n: send.unknown } })),
      h('form', { on: { submit: event => settle(event, send) } },
        h('p', { class: 'quiet', text: t('history.resolve.how', { n: send.coinsInDoubt, account: send.account ?? '' }) }),
        h('div', { class: 'landed-field' },
          h('input', { class: 'input', id: 'landed', type: 'number', inputmode: 'numeric', min: send.confirmed, max: most(send), step: 1, required: true, value: typed.landed, 'aria-describedby': 'resolve-says', on: { input: keep('landed') } }),
          h('label', { for: 'landed', t: 'history.resolve.landed', args: { n: send.requested } })),
        h('div', { class: 'field' }, h('label', { for: 'resolve-reason', t: 'history.resolve.reason' }),
          h('input', { class: 'input', id: 'resolve-reason', required: true, maxlength: 500, autocomplete: 'off', value: typed.reason, placeholder: 'history.resolve.reason.example', on: { input: keep('reason') } })),
        says,
        h('div', { class: 'actions' }, h('button', { class: 'button primary', type: 'submit', t: 'history.resolve.do' }))));
  }
  return { draw };
}
