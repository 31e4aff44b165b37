// Budgets: what may be spent, what is spent of each where the daemon tells, set and lift.
import { api } from '../api.js';
import { at, fill, h } from '../dom.js';
import { confirmDialog } from '../dialogs.js';
import { icon } from '../icons.js';
import { number, onLanguage, t } from '../i18n.js';
import { problemText, spentText, toast, toastProblem } from '../toasts.js';
import { mayChange, session } from '../session.js';
import { askBudget } from './budget-form.js';

const order = ['SEND', 'HOUR', 'DAY', 'MONTH', 'FLOOR'];
const may = () => !session.read || mayChange();
let shown = [];

export const whose = ({ scope, subject }) => (subject ? subject : t(`accounts.budget.${scope}`));

function spent(budget) {
  if (typeof budget.spent !== 'number' || budget.period === 'FLOOR' || budget.period === 'SEND') return h('td', { class: 'spent quiet', text: '–' });
  const near = budget.spent >= budget.coins * 0.8;
  return h('td', { class: 'spent' }, h('span', { text: t('accounts.budget.spent', { n: budget.spent, most: number(budget.coins) }) }),
    h('progress', { class: near ? 'near' : '', max: Math.max(1, budget.coins), value: Math.min(budget.spent, budget.coins), 'aria-label': t('accounts.budget.spent', { n: budget.spent, most: number(budget.coins) }) }));
}

function row(budget, draw) {
  const limit = budget.coins === null || budget.coins === undefined ? t('accounts.budget.none') : t(budget.period === 'FLOOR' ? 'accounts.budget.least' : 'accounts.budget.most', { n: budget.coins });
  return h('tr', {},
    h('td', {}, h('span', { class: 'strong', text: t(`accounts.period.${budget.period}`) }), h('br'), h('span', { class: 'quiet small', text: whose(budget) })),
    h('td', { class: 'number', text: limit }),
    spent(budget),
    h('td', {}, may() ? h('div', { class: 'row' },
      h('button', { class: 'button small', type: 'button', 'aria-label': t('accounts.budget.change.label', { what: `${t(`accounts.period.${budget.period}`)}, ${whose(budget)}` }), t: 'accounts.budget.change', on: { click: () => set(draw, budget) } }),
      budget.coins === null ? null : h('button', { class: 'button small plain', type: 'button', 'aria-label': t('accounts.budget.lift.label', { what: `${t(`accounts.period.${budget.period}`)}, ${whose(budget)}` }), t: 'accounts.budget.lift', on: { click: () => lift(draw, budget) } })) : null));
}

function table(draw) {
  const sorted = [...shown].sort((a, b) => (a.scope + a.subject).localeCompare(b.scope + b.subject) || order.indexOf(a.period) - order.indexOf(b.period));
  return h('table', { class: 'table' },
    h('thead', {}, h('tr', {}, h('th', { scope: 'col', t: 'accounts.budget.what' }), h('th', { scope: 'col', class: 'number', t: 'accounts.budget.limit' }), h('th', { scope: 'col', t: 'accounts.budget.now' }), h('th', { scope: 'col' }, h('span', { class: 'unseen', t: 'accounts.budget.acts' })))),
    h('tbody', {}, sorted.map(budget => row(budget, draw))));
}

async function put(draw, budget, done) {
  const answer = await api.put('/api/budgets', budget);
  shown = Array.isArray(answer) ? answer : await api.get('/api/budgets');
  draw();
  toast('good', done);
}

async function set(draw, budget) {
  await askBudget(budget, asked => put(draw, asked, t('accounts.budget.isset')));
}

async function lift(draw, budget) {
  const sure = await confirmDialog({ head: 'accounts.budget.lift.title', text: 'accounts.budget.lift.why', args: { what: `${t(`accounts.period.${budget.period}`)}, ${whose(budget)}` }, yes: 'accounts.budget.lift' });
  if (!sure) return;
  await put(draw, { scope: budget.scope, subject: budget.subject, period: budget.period, coins: null }, t('accounts.budget.lifted')).catch(toastProblem);
}

export async function startBudgets(root) {
  const place = at('budgets', root);
  const add = at('set-budget', root);
  add.hidden = !may();
  const draw = () => fill(place, shown.length ? table(draw) : h('p', { class: 'quiet', t: 'accounts.budgets.empty' }));
  add.addEventListener('click', () => set(draw, null));
  onLanguage(() => { if (shown.length) draw(); });
  try {
    shown = await api.get('/api/budgets');
    draw();
  } catch (problem) {
    fill(place, h('p', { class: 'row quiet', role: 'alert' }, icon('warning'), h('span', { text: `${problemText(problem)} ${spentText(problem)}` })));
  }
}
