// What was kept of a page that could not be used: it lies on the daemon's machine and is named, not shown.
import { api } from '../api.js';
import { h } from '../dom.js';
import { icon } from '../icons.js';
import { number, t } from '../i18n.js';

export function evidence(id) {
  let files = [];
  return {
    version: 0,
    async read() {
      files = await api.get(`/api/sends/${encodeURIComponent(id)}/evidence`).catch(() => []);
      this.version += 1;
    },
    draw(send) {
      if (!send.evidence && !files?.length) return null;
      return h('section', { class: 'card', 'aria-labelledby': 'evidence-title' },
        h('header', {}, h('h2', { id: 'evidence-title', t: 'history.evidence.title' })),
        h('p', { class: 'hint', t: 'history.evidence.why' }),
        send.evidence && h('p', { class: 'mono path', text: send.evidence }),
        h('ul', { class: 'stack small' }, (files ?? []).map(file => h('li', { class: 'row' }, icon('receipt'),
          h('span', { class: 'grow mono', text: file.name }),
          h('span', { class: 'quiet', text: t('history.evidence.size', { size: number(Math.ceil(file.bytes / 1024)) }) })))));
    },
  };
}
