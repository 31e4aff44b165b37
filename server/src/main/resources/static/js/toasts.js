// Short news at the edge of the page. Errors stay until they are closed, the rest goes by itself; hovering keeps them.
import { h } from './dom.js';
import { icon } from './icons.js';
import { has, t } from './i18n.js';

const lasts = 7000;
const most = 4;
let place = null;

export function startToasts() {
  place = h('div', { class: 'toasts', role: 'region', label: 'common.notices' });
  document.body.append(place);
}

/** @param tone good, doubt, bad or info; @param detail a second line, or null */
export function toast(tone, sentence, detail = null, actions = []) {
  const signs = { good: 'check', doubt: 'warning', bad: 'warning', info: 'info' };
  const one = h('div', { class: 'toast', role: tone === 'bad' ? 'alert' : 'status' },
    h('span', { class: tone }, icon(signs[tone])),
    h('div', { class: 'grow' },
      h('p', { class: 'strong', text: sentence }),
      detail && h('p', { text: detail }),
      actions.length > 0 && h('div', { class: 'row' }, actions)),
    h('button', { class: 'button plain icon-only', type: 'button', label: 'common.close', on: { click: () => one.remove() } }, icon('close')));
  place.append(one);
  while (place.children.length > most) place.firstElementChild.remove();
  if (tone !== 'bad') leave(one);
  return one;
}

function leave(one) {
  let timer = setTimeout(() => one.remove(), lasts);
  one.addEventListener('pointerenter', () => clearTimeout(timer));
  one.addEventListener('focusin', () => clearTimeout(timer));
  one.addEventListener('pointerleave', () => { timer = setTimeout(() => one.remove(), lasts); });
}

/** The sentence of a problem: our own words for its code where there are any, else what the daemon said. */
export function problemText(problem) {
  const key = `common.problem.${problem.code}`;
  return has(key) ? t(key, { after: problem.after }) : problem.message;
}

export const spentText = problem => t(`common.spent.${problem.spent ?? 'no'}`);

export function toastProblem(problem, about = null) {
  return toast('bad', about ?? problemText(problem), [about && problemText(problem), spentText(problem)].filter(Boolean).join(' '));
}
