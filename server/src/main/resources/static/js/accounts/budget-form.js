// The form of one budget: whose, per what, how many coins.
import { h } from '../dom.js';
import { openDialog } from '../dialogs.js';
import { problemText, spentText } from '../toasts.js';
import { t } from '../i18n.js';
import { world } from '../world.js';

const scopes = ['ALL', 'ACCOUNT', 'STREAMER'];
const periods = ['SEND', 'HOUR', 'DAY', 'MONTH', 'FLOOR'];
const option = (value, text, chosen) => h('option', { value, text, selected: value === chosen });

/** @param put takes the budget to the daemon; its failure is told in the dialog */
export function askBudget(budget, put) {
  const scope = h('select', { class: 'input', id: 'budget-scope', disabled: Boolean(budget) }, scopes.map(name => option(name, t(`accounts.budget.${name}`), budget?.scope)));
  const period = h('select', { class: 'input', id: 'budget-period', disabled: Boolean(budget) }, periods.map(name => option(name, t(`accounts.period.${name}`), budget?.period ?? 'DAY')));
  const subject = h('input', { class: 'input', id: 'budget-subject', value: budget?.subject ?? '', maxlength: 41, autocomplete: 'off', spellcheck: 'false', list: 'budget-subjects', disabled: Boolean(budget), 'aria-describedby': 'budget-subject-hint' });
  const names = h('datalist', { id: 'budget-subjects' });
  const coins = h('input', { class: 'input', id: 'budget-coins', type: 'number', inputmode: 'numeric', min: 0, step: 1, required: true, value: budget?.coins ?? '', autofocus: Boolean(budget) });
  const wrong = h('p', { class: 'error', role: 'alert', hidden: true });
  const subjectField = h('div', { class: 'field' }, h('label', { for: 'budget-subject', t: 'accounts.budget.subject' }), subject, names, h('p', { class: 'hint', id: 'budget-subject-hint', t: 'accounts.budget.subject.hint' }));

  const fit = () => {
    subjectField.hidden = scope.value === 'ALL';
    names.replaceChildren(...(scope.value === 'ACCOUNT' ? world.accounts.map(one => one.name) : world.streams.map(one => one.streamer)).map(value => h('option', { value })));
  };
  scope.addEventListener('change', fit);
  fit();

  async function save(event, close) {
    event.preventDefault();
    const name = scope.value === 'ALL' ? '' : subject.value.trim();
    try {
      await put({ scope: scope.value, subject: scope.value === 'STREAMER' && name ? `@${name.replace(/^@/, '')}` : name, period: period.value, coins: Number(coins.value) });
      close('');
    } catch (problem) {
      wrong.hidden = false;
      wrong.textContent = `${problemText(problem)} ${spentText(problem)}`;
    }
  }

  return openDialog({
    head: budget ? 'accounts.budget.change' : 'accounts.budget.set',
    build: close => h('form', { class: 'stack', on: { submit: event => save(event, close) } },
      h('div', { class: 'field' }, h('label', { for: 'budget-scope', t: 'accounts.budget.whose' }), scope),
      subjectField,
      h('div', { class: 'field' }, h('label', { for: 'budget-period', t: 'accounts.budget.per' }), period),
      h('div', { class: 'field' }, h('label', { for: 'budget-coins', t: 'accounts.budget.coins' }), coins),
      wrong,
      h('footer', {}, h('button', { class: 'button', type: 'button', t: 'common.cancel', on: { click: () => close('') } }), h('button', { class: 'button primary', type: 'submit', t: 'common.save' }))),
  });
}
