// Consent to the real platform: the risks in full, four attestations, a daily cap; and taking it back.
import { api } from '../api.js';
import { at, fill, h } from '../dom.js';
import { confirmDialog } from '../dialogs.js';
import { icon } from '../icons.js';
import { date, has, onLanguage, t } from '../i18n.js';
import { isAdmin, session } from '../session.js';
import { problemText, spentText, toast, toastProblem } from '../toasts.js';

const attestations = ['adult', 'ownAccounts', 'noRefunds', 'accountRisk'];
const may = () => !session.read || isAdmin();
const text = line => (typeof line === 'string' ? line : line.text ?? line.sentence ?? line.code);

const list = (lines, className) => h('ul', { class: className }, (lines ?? []).map(line => h('li', { text: has(`settings.${className}.${line.code}`) ? t(`settings.${className}.${line.code}`) : text(line) })));

function given(consent, again) {
  const withdraw = async () => {
    if (!(await confirmDialog({ head: 'settings.consent.withdraw', text: 'settings.consent.withdraw.why', yes: 'settings.consent.withdraw', tone: 'danger' }))) return;
    try {
      await api.remove('/api/consent');
      toast('good', t('settings.consent.withdrawn'));
      again();
    } catch (problem) {
      toastProblem(problem);
    }
  };
  return [
    h('p', { class: 'row' }, h('span', { class: 'good' }, icon('check')), h('span', { text: t('settings.consent.given', { host: consent.host ?? '', by: consent.attestedBy ?? t('common.unknown'), at: consent.at ? date(consent.at) : t('common.unknown') }) })),
    h('p', { t: 'settings.consent.cap', args: { n: consent.dailyCap ?? 0 } }),
    consent.accountsMissing?.length ? h('p', { class: 'note doubt', role: 'status' }, icon('warning'), h('span', { text: t('settings.consent.missing', { n: consent.accountsMissing.length, names: consent.accountsMissing.join(', ') }) })) : null,
    may() ? h('div', {}, h('button', { class: 'button danger', type: 'button', t: 'settings.consent.withdraw', on: { click: withdraw } })) : null,
  ];
}

function form(consent, again) {
  const wrong = h('p', { class: 'error', role: 'alert', hidden: true });
  const button = h('button', { class: 'button primary', type: 'submit', t: 'settings.consent.do' });
  async function give(event) {
    event.preventDefault();
    const body = { host: consent.host, dailyCap: Number(event.target.cap.value) };
    for (const name of attestations) body[name] = event.target[name].checked;
    try {
      await api.post('/api/consent', body);
      toast('good', t('settings.consent.done'));
      again();
    } catch (problem) {
      wrong.hidden = false;
      wrong.textContent = `${problemText(problem)} ${spentText(problem)}`;
    }
  }
  return h('form', { class: 'stack', on: { submit: give } },
    attestations.map(name => h('label', { class: 'check', for: `attest-${name}` }, h('input', { type: 'checkbox', id: `attest-${name}`, name, required: true }), h('span', { t: `settings.attest.${name}` }))),
    h('div', { class: 'field' }, h('label', { for: 'daily-cap', t: 'settings.consent.daily' }),
      h('input', { class: 'input', id: 'daily-cap', name: 'cap', type: 'number', inputmode: 'numeric', min: 1, max: 10000000, step: 1, required: true, 'aria-describedby': 'daily-cap-hint' }),
      h('p', { class: 'hint', id: 'daily-cap-hint', t: 'settings.consent.daily.why' })),
    wrong, h('div', {}, button));
}

function risks(consent) {
  return h('details', { open: consent.needed && !consent.given }, h('summary', { class: 'strong', t: 'settings.consent.risks' }),
    h('div', { class: 'stack' }, list(consent.risks, 'risks'), consent.refuses?.length ? [h('h3', { t: 'settings.consent.refuses' }), list(consent.refuses, 'risks refuses')] : null));
}

const simulated = () => h('p', { class: 'row' }, h('span', { class: 'good' }, icon('check')), h('span', { t: 'settings.consent.simulator' }));

function draw(place, consent, again) {
  if (!consent) return fill(place, simulated(), h('p', { class: 'quiet small', t: 'settings.consent.refused' }));
  const open = consent.needed || consent.given;
  return fill(place,
    consent.given ? given(consent, again) : open ? h('p', { text: t('settings.consent.needed', { host: consent.host ?? '' }) }) : simulated(),
    consent.risks?.length ? risks(consent) : null,
    open && (!consent.given || consent.accountsMissing?.length) ? (may() ? form(consent, again) : h('p', { class: 'quiet', t: 'settings.consent.admin' })) : null);
}

export async function startConsent(root) {
  const place = at('consent', root);
  let consent = null;
  const read = async () => {
    consent = await api.get('/api/consent', { quiet: true }).catch(() => null);
    draw(place, consent, read);
  };
  await read();
  onLanguage(read);
}
