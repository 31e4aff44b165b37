// What runs here, where its LIVEs are, and under which licences.
import { at, fill, h } from '../dom.js';
import { onLanguage, t } from '../i18n.js';
import { session } from '../session.js';
import { onWorld, world } from '../world.js';

const libraries = ['Spring Boot, Spring Security · Apache-2.0', 'Playwright for Java · Apache-2.0', 'SQLite JDBC · Apache-2.0', 'PostgreSQL JDBC · BSD-2-Clause', 'Protocol Buffers · BSD-3-Clause', 'Flyway · Apache-2.0', 'picocli · Apache-2.0', 'Jackson · Apache-2.0'];

export function startAbout(root) {
  const place = at('about', root);
  const draw = () => {
    const live = world.daemon?.live ?? session.live ?? '';
    const line = (key, value) => h('div', {}, h('dt', { t: key }), h('dd', { class: 'mono', text: value || t('common.unknown') }));
    fill(place,
      h('dl', { class: 'figures' }, line('settings.about.version', world.daemon?.version ?? session.version), line('settings.about.live', live)),
      h('p', { class: 'row wrap' }, h('a', { href: '/api/docs', t: 'settings.about.api' })),
      h('details', {}, h('summary', { t: 'settings.about.licences' }), h('p', { class: 'small', t: 'settings.about.own' }), h('ul', { class: 'small quiet' }, libraries.map(text => h('li', { text })))),
      h('p', { class: 'quiet small', t: 'settings.about.not' }));
  };
  draw();
  let was = '';
  onWorld(() => { if (was !== world.daemon?.live) { was = world.daemon?.live; draw(); } });
  onLanguage(draw);
}
