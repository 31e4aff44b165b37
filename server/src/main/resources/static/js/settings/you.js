// The password and the sessions of whoever is logged in.
import { api } from '../api.js';
import { at, fill, h } from '../dom.js';
import { date, onLanguage, t } from '../i18n.js';
import { session } from '../session.js';
import { problemText, spentText, toast, toastProblem } from '../toasts.js';
import { logOut } from '../you.js';

const secret = (name, key, complete) => h('div', { class: 'field' }, h('label', { for: `pw-${name}`, t: key }),
  h('input', { class: 'input', id: `pw-${name}`, name, type: 'password', required: true, minlength: name === 'old' ? null : 12, maxlength: 128, autocomplete: complete }));

function password() {
  const wrong = h('p', { class: 'error', role: 'alert', hidden: true });
  const show = sentence => { wrong.hidden = !sentence; wrong.textContent = sentence; };
  async function change(event) {
    event.preventDefault();
    const form = event.target;
    if (form.fresh.value !== form.repeat.value) return show(t('settings.password.differ'));
    try {
      await api.post('/api/auth/password', { old: form.old.value, new: form.fresh.value });
      form.reset();
      show('');
      toast('good', t('settings.password.changed'), t('settings.password.changed.detail'));
    } catch (problem) {
      show(`${problemText(problem)} ${spentText(problem)}`);
    }
    return null;
  }
  return h('form', { class: 'stack', on: { submit: change } },
    h('h3', { t: 'settings.password' }),
    h('input', { class: 'unseen', type: 'text', autocomplete: 'username', value: session.member.name, readonly: true, tabindex: -1, 'aria-hidden': 'true' }),
    secret('old', 'settings.password.old', 'current-password'),
    secret('fresh', 'settings.password.new', 'new-password'),
    h('p', { class: 'hint', t: 'settings.password.rule' }),
    secret('repeat', 'settings.password.repeat', 'new-password'),
    wrong,
    h('div', {}, h('button', { class: 'button', type: 'submit', t: 'settings.password.do' })));
}

/** What a person recognises of a browser's own name for itself. */
function browser(agent = '') {
  const name = [['Edg', 'Edge'], ['Firefox', 'Firefox'], ['Chrom', 'Chrome'], ['Safari', 'Safari']].find(([sign]) => agent.includes(sign))?.[1];
  const system = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS', 'macOS'], ['Linux', 'Linux']].find(([sign]) => agent.includes(sign))?.[1];
  return [name, system].filter(Boolean).join(' · ') || agent.slice(0, 40) || t('common.unknown');
}

function line(one, end) {
  return h('li', {}, h('div', { class: 'grow' }, h('p', { class: 'strong', text: browser(one.userAgent) }),
    h('p', { class: 'hint', text: t('settings.session.used', { at: date(one.lastUsedAt ?? one.createdAt) }) })),
  one.current ? h('span', { class: 'badge good', t: 'settings.session.this' })
    : h('button', { class: 'button small', type: 'button', t: 'settings.session.end', on: { click: () => end(one) } }));
}

async function everywhere() {
  try {
    await api.post('/api/auth/logout', { everywhere: true }, { quiet: true });
    location.assign('/login.html');
  } catch (problem) {
    toastProblem(problem);
  }
}

async function sessions(root) {
  const place = at('sessions', root);
  let lines = await api.get('/api/auth/sessions', { quiet: true }).catch(() => null);
  if (lines && !Array.isArray(lines)) lines = lines.sessions ?? [];
  const end = async one => {
    try {
      await api.remove(`/api/auth/sessions/${encodeURIComponent(one.id)}`);
      lines = lines.filter(other => other.id !== one.id);
      draw();
      toast('good', t('settings.session.ended'));
    } catch (problem) {
      toastProblem(problem);
    }
  };
  const draw = () => fill(place, h('h3', { t: 'settings.sessions' }),
    lines ? h('ul', { class: 'people' }, lines.map(one => line(one, end))) : null,
    h('div', { class: 'row wrap' },
      h('button', { class: 'button', type: 'button', t: 'common.logOut', on: { click: logOut } }),
      h('button', { class: 'button danger', type: 'button', t: 'settings.everywhere', on: { click: everywhere } })));
  draw();
  onLanguage(draw);
}

export async function startYou(root) {
  if (!session.member) return;
  at('you', root).hidden = false;
  if (session.member.name !== 'owner') fill(at('password', root), password());
  else fill(at('password', root), h('p', { class: 'quiet', t: 'settings.owner' }));
  await sessions(root);
}
