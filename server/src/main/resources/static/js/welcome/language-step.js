// Step 1: the language; it changes at once.
import { h } from '../dom.js';
import { language, languages } from '../i18n.js';
import { switchLanguage, themeChoices } from '../you.js';

export function languageStep({ next }) {
  const row = h('div', { class: 'tongues', role: 'group', label: 'common.language' });
  row.append(...Object.entries(languages).map(([lang, name]) => h('button', {
    class: 'button', type: 'button', lang, text: name, 'aria-pressed': String(language() === lang),
    on: { click: async () => {
      await switchLanguage(lang);
      for (const button of row.children) button.setAttribute('aria-pressed', String(button.lang === lang));
    } },
  })));
  return [
    h('h1', { t: 'welcome.title', tabindex: -1 }),
    h('p', { class: 'lead', t: 'welcome.lead' }),
    row,
    h('div', { class: 'field' }, h('span', { class: 'label', t: 'common.theme' }), themeChoices()),
    h('footer', {}, h('button', { class: 'button primary', type: 'button', t: 'welcome.next', on: { click: () => next({ language: true }) } })),
  ];
}
