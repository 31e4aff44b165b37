// The doctor's look at the machine, and at a LIVE's page. It spends nothing.
import { api } from '../api.js';
import { at, fill, h } from '../dom.js';
import { icon } from '../icons.js';
import { t } from '../i18n.js';
import { problemText, spentText } from '../toasts.js';
import { world } from '../world.js';

function finding(one) {
  const tone = one.ok ? 'good' : one.needed ? 'bad' : 'doubt';
  return h('li', {}, h('span', { class: tone }, icon(one.ok ? 'check' : 'warning')),
    h('span', {}, h('span', { class: 'strong', lang: 'en', text: one.what }), ' ', h('span', { class: 'unseen', t: one.ok ? 'settings.doctor.ok' : 'settings.doctor.not' })),
    h('p', { class: 'quiet small', lang: 'en', text: one.seen }),
    one.means ? h('p', { class: 'small', lang: 'en', text: one.means }) : null);
}

const account = () => {
  const able = world.accounts.filter(one => !one.shut && one.session);
  return (able.find(one => one.standard) ?? able[0])?.name;
};

export function startDoctor(root) {
  const form = at('doctor-form', root);
  const place = at('findings', root);
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const button = form.querySelector('button');
    const streamer = form.streamer.value.trim().replace(/^@/, '');
    const asked = new URLSearchParams(streamer ? { streamer: `@${streamer}`, ...(account() ? { account: account() } : {}) } : {});
    button.setAttribute('aria-busy', 'true');
    fill(place, h('div', { class: 'skeleton' }));
    try {
      const found = await api.get(`/api/doctor?${asked}`);
      const wrong = found.filter(one => !one.ok && one.needed).length;
      fill(place, h('p', { class: 'strong', text: wrong ? t('settings.doctor.wrong', { n: wrong }) : t('settings.doctor.well') }), h('ul', { class: 'findings' }, found.map(finding)));
    } catch (problem) {
      fill(place, h('p', { class: 'error', text: `${problemText(problem)} ${spentText(problem)}` }));
    } finally {
      button.removeAttribute('aria-busy');
    }
  });
}
