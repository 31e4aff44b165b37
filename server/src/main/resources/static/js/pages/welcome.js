// The set-up: language, first admin, account, a proved send, its receipt. Each step can be left and taken up again.
import { whenLoggedOut } from '../api.js';
import { at, fill, h } from '../dom.js';
import { drawIcons } from '../icons.js';
import { loadTexts } from '../i18n.js';
import { askForPassword } from '../login-dialog.js';
import { session } from '../session.js';
import { usesTexts } from '../you.js';
import { accountStep } from '../welcome/account-step.js';
import { adminStep } from '../welcome/admin-step.js';
import { languageStep } from '../welcome/language-step.js';
import { finish, keep, names, standing } from '../welcome/progress.js';
import { receiptStep } from '../welcome/receipt-step.js';
import { sendStep } from '../welcome/send-step.js';

const steps = { language: languageStep, admin: adminStep, account: accountStep, send: sendStep, receipt: receiptStep };

export async function mount(root) {
  if (!session.member && !(session.needsAdmin && session.keyHolder)) return location.replace('/login.html');
  usesTexts(['welcome', 'gift-sender']);
  await loadTexts('gift-sender');
  whenLoggedOut(askForPassword);
  show(root, standing(), false);
  return null;
}

function show(root, name, moved = true) {
  const skip = h('a', { class: 'button plain', href: '/gift-sender.html', t: 'welcome.skip', on: { click: finish } });
  const next = values => {
    keep(values);
    show(root, standing());
  };
  fill(at('steps', root), names.map((step, n) => h('li', {
    class: n < names.indexOf(name) ? 'done' : null, 'aria-current': step === name ? 'step' : null,
  }, h('span', { t: `welcome.step.${step}` }))));
  const card = at('step', root);
  fill(card, steps[name]({ next, skip, restart: () => show(root, standing()) }));
  drawIcons(card);
  if (moved) card.querySelector('h1').focus();
}
