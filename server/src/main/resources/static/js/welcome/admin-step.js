// Step 2: the first admin. After it nobody becomes an admin by the link any more.
import { api } from '../api.js';
import { h } from '../dom.js';
import { say } from '../i18n.js';
import { readSession } from '../session.js';
import { problemText, toastProblem } from '../toasts.js';
import { least, strength } from './strength.js';

const labels = ['short', 'weak', 'fair', 'good', 'best'];

export function adminStep({ next, skip }) {
  const name = h('input', { class: 'input', id: 'name', name: 'name', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false', required: true, maxlength: 64, 'aria-describedby': 'name-error' });
  const word = h('input', { class: 'input', id: 'password', name: 'password', type: 'password', autocomplete: 'new-password', required: true, maxlength: 128, 'aria-describedby': 'password-hint password-error' });
  const bar = h('div', { class: 'strength', 'aria-hidden': 'true' }, [1, 2, 3, 4].map(() => h('span', {})));
  const hint = h('p', { class: 'hint', id: 'password-hint', role: 'status' });
  const errors = { name: h('p', { class: 'error', id: 'name-error' }), password: h('p', { class: 'error', id: 'password-error' }) };
  const show = h('input', { type: 'checkbox', on: { change: () => { word.type = show.checked ? 'text' : 'password'; } } });
  const button = h('button', { class: 'button primary', type: 'submit', t: 'welcome.admin.make' });

  const draw = () => {
    const level = strength(word.value, name.value);
    bar.dataset.level = word.value ? Math.max(level, 1) : 0;
    say(hint, word.value ? `welcome.strength.${labels[level]}` : 'welcome.admin.password.hint', { least, n: Math.max(0, least - [...word.value].length) });
  };
  const wrong = problem => {
    const list = problem.errors?.length ? problem.errors : problem.field ? [{ field: problem.field, message: problem.message }] : [];
    for (const field of ['name', 'password']) {
      const found = list.find(error => error.field === field);
      errors[field].textContent = found ? found.message : '';
      (field === 'name' ? name : word).setAttribute('aria-invalid', String(Boolean(found)));
      if (found) (field === 'name' ? name : word).focus();
    }
    if (list.length === 0) toastProblem(problem, problemText(problem));
  };
  const make = async event => {
    event.preventDefault();
    if (button.getAttribute('aria-busy') === 'true') return;
    button.setAttribute('aria-busy', 'true');
    try {
      await api.post('/api/auth/first-admin', { name: name.value.trim(), password: word.value, cookie: true }, { quiet: true });
      await readSession();
      next({ admin: name.value.trim() });
    } catch (problem) {
      if (problem.code === 'ADMIN_EXISTS') return readSession().then(() => next({}));
      wrong(problem);
    } finally {
      button.removeAttribute('aria-busy');
    }
    return null;
  };
  word.addEventListener('input', draw);
  draw();
  return [
    h('h1', { t: 'welcome.admin', tabindex: -1 }),
    h('p', { class: 'lead', t: 'welcome.admin.why' }),
    h('form', { class: 'stack', novalidate: true, on: { submit: make } },
      h('div', { class: 'field' }, h('label', { for: 'name', t: 'common.name' }), name, errors.name),
      h('div', { class: 'field' }, h('label', { for: 'password', t: 'common.password' }), word, bar, hint, errors.password),
      h('label', { class: 'check' }, show, h('span', { t: 'welcome.admin.show' })),
      h('footer', {}, skip, button)),
  ];
}
