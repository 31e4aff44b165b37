// Members, for an admin: who they are, a new one, one less.
import { api } from '../api.js';
import { at, fill, h } from '../dom.js';
import { confirmDialog } from '../dialogs.js';
import { onLanguage, t } from '../i18n.js';
import { isAdmin, session } from '../session.js';
import { problemText, spentText, toast, toastProblem } from '../toasts.js';

const roles = ['SENDER', 'MANAGER', 'ADMIN'];
let members = [];

async function remove(member, draw) {
  const sure = await confirmDialog({ head: 'settings.member.remove.title', text: 'settings.member.remove.why', args: { name: member.name }, yes: 'settings.member.remove', tone: 'danger' });
  if (!sure) return;
  try {
    await api.remove(`/api/members/${encodeURIComponent(member.name)}`);
    members = members.filter(one => one.name !== member.name);
    draw();
    toast('good', t('settings.member.removed', { name: member.name }));
  } catch (problem) {
    toastProblem(problem);
  }
}

function line(member, draw) {
  const self = member.name === session.member?.name;
  return h('li', {}, h('span', { class: 'grow strong', text: member.name }), h('span', { class: 'badge quiet', t: `common.role.${member.role}` }),
    self ? h('span', { class: 'hint', t: 'settings.member.you' })
      : h('button', { class: 'button small', type: 'button', 'aria-label': t('settings.member.remove.label', { name: member.name }), t: 'settings.member.remove', on: { click: () => remove(member, draw) } }));
}

function form(draw) {
  const wrong = h('p', { class: 'error', role: 'alert', hidden: true });
  async function add(event) {
    event.preventDefault();
    const { name, password, role } = event.target;
    try {
      const made = await api.post('/api/members', { name: name.value.trim(), password: password.value, role: role.value });
      members = [...members, made?.name ? made : { name: name.value.trim(), role: role.value }];
      draw();
      toast('good', t('settings.member.added', { name: name.value.trim() }));
    } catch (problem) {
      wrong.hidden = false;
      wrong.textContent = `${problemText(problem)} ${spentText(problem)}`;
    }
  }
  return h('form', { class: 'stack', on: { submit: add } }, h('h3', { t: 'settings.member.add' }),
    h('div', { class: 'inline three' },
      h('div', { class: 'field' }, h('label', { for: 'm-name', t: 'common.name' }), h('input', { class: 'input', id: 'm-name', name: 'name', required: true, maxlength: 40, autocomplete: 'off', spellcheck: 'false' })),
      h('div', { class: 'field' }, h('label', { for: 'm-word', t: 'settings.member.password' }), h('input', { class: 'input', id: 'm-word', name: 'password', type: 'password', required: true, minlength: 12, maxlength: 128, autocomplete: 'new-password' })),
      h('div', { class: 'field' }, h('label', { for: 'm-role', t: 'settings.member.role' }), h('select', { class: 'input', id: 'm-role', name: 'role' }, roles.map(role => h('option', { value: role, text: t(`common.role.${role}`) })))),
      h('button', { class: 'button', type: 'submit', t: 'settings.member.do' })),
    h('p', { class: 'hint', t: 'settings.password.rule' }), wrong);
}

export async function startMembers(root) {
  if (!isAdmin()) return;
  const answer = await api.get('/api/members', { quiet: true }).catch(() => null);
  if (!answer) return;
  members = Array.isArray(answer) ? answer : answer.members ?? [];
  at('members', root).hidden = false;
  const place = at('member-list', root);
  const draw = () => fill(place, h('ul', { class: 'people' }, members.map(member => line(member, draw))), form(draw));
  draw();
  onLanguage(draw);
}
