// The sheet behind the person: who is logged in, language, theme, shortcuts, log out.
import { api } from './api.js';
import { h } from './dom.js';
import { openDialog } from './dialogs.js';
import { icon } from './icons.js';
import { language, languages, setLanguage } from './i18n.js';
import { showKeys } from './keys.js';
import { pref, setPref } from './prefs.js';
import { session } from './session.js';
import { toastProblem } from './toasts.js';

let names = [];
export const usesTexts = used => { names = used; };
export const switchLanguage = lang => setLanguage(lang, names);
export const otherLanguage = () => (language() === 'en' ? 'fr' : 'en');

/** A row of choices of which one is pressed. texts: [value, key or null, plain text] */
export function choices(label, texts, now, choose) {
  const row = h('div', { class: 'choices', role: 'group', label });
  row.append(...texts.map(([value, key, text]) => h('button', {
    type: 'button', 'aria-pressed': String(value === now()), t: key, text, lang: text ? value : null,
    on: { click: async () => {
      await choose(value);
      [...row.children].forEach((child, n) => child.setAttribute('aria-pressed', String(texts[n][0] === now())));
    } },
  })));
  return row;
}

export const languageChoices = () => choices('common.language', Object.entries(languages).map(([value, text]) => [value, null, text]), language, switchLanguage);

export const themeChoices = () => choices('common.theme', ['dark', 'light', 'system'].map(value => [value, `common.theme.${value}`]), () => pref('theme'), value => setPref('theme', value));

export async function logOut() {
  try {
    await api.post('/api/auth/logout', {}, { quiet: true });
  } catch (problem) {
    toastProblem(problem);
    return;
  }
  sessionStorage.clear();
  location.assign('/login.html');
}

export function showYou() {
  const { member } = session;
  return openDialog({
    head: 'common.you.title',
    build: close => [
      member && h('p', { class: 'row' }, icon('person'), h('span', { class: 'strong', text: member.name }), h('span', { class: 'badge', t: `common.role.${member.role}` })),
      h('div', { class: 'field' }, h('span', { class: 'label', t: 'common.language' }), languageChoices()),
      h('div', { class: 'field' }, h('span', { class: 'label', t: 'common.theme' }), themeChoices()),
      h('footer', {},
        h('button', { class: 'button', type: 'button', on: { click: () => { close(''); showKeys(); } } }, icon('help'), h('span', { t: 'common.keys.title' })),
        member && h('button', { class: 'button', type: 'button', on: { click: logOut } }, icon('logout'), h('span', { t: 'common.logOut' }))),
    ],
  });
}
