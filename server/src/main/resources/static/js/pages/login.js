// The way in for members; while nobody is one yet, it says how to become the first.
import { at } from '../dom.js';
import { logIn, readSession, session } from '../session.js';
import { problemText } from '../toasts.js';

// Only a path of our own: what the address says is not trusted further.
function next() {
  const path = new URLSearchParams(location.search).get('next') ?? '';
  return /^\/([a-z-]+\.html|api\/docs)(\?[^#]*)?$/.test(path) ? path : '/gift-sender.html';
}

export function mount(root) {
  if (session.member) return location.replace(next());
  if (session.needsAdmin && session.keyHolder) return location.replace('/welcome.html');
  at('closed', root).hidden = !session.needsAdmin;
  at('login', root).hidden = session.needsAdmin;
  at('again', root).addEventListener('click', () => location.reload());
  const form = at('form', root);
  form.addEventListener('submit', event => {
    event.preventDefault();
    enter(form, root);
  });
  if (!session.needsAdmin) form.elements.name.focus();
  return null;
}

async function enter(form, root) {
  const button = at('enter', root);
  const wrong = at('wrong', root);
  if (button.getAttribute('aria-busy') === 'true') return;
  button.setAttribute('aria-busy', 'true');
  const problem = await logIn(form.elements.name.value, form.elements.password.value).catch(() => ({ code: 'NO_CONNECTION' }));
  button.removeAttribute('aria-busy');
  if (!problem) return location.assign(next());
  wrong.hidden = false;
  wrong.textContent = problemText({ ...problem, message: problem.detail });
  form.elements.password.value = '';
  form.elements.password.focus();
  if (problem.code === 'LOGIN_NEEDED') await readSession();
  return null;
}
