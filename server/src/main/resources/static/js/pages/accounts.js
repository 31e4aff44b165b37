// Accounts: what each does, how it is and what to do, its coins; and the budgets over all.
import { at, fill, h, keyed } from '../dom.js';
import { icon } from '../icons.js';
import { onLanguage } from '../i18n.js';
import { api } from '../api.js';
import { onWorld, world } from '../world.js';
import { mayChange, session } from '../session.js';
import { alsoUses } from '../words.js';
import { addAccount } from '../accounts/add.js';
import { drawAccount, makeAccount } from '../accounts/card.js';
import { startBudgets } from '../accounts/budgets.js';

const reviews = new Map();

async function readReviews() {
  const found = await api.get('/api/sends?state=REVIEW&limit=200', { quiet: true }).catch(() => ({ sends: [] }));
  reviews.clear();
  for (const send of found.sends) reviews.set(send.account, [...(reviews.get(send.account) ?? []), send]);
}

const nobody = () => h('div', { class: 'empty' }, icon('accounts'),
  h('strong', { t: 'accounts.none' }), h('p', { t: 'accounts.none.do' }),
  h('button', { class: 'button primary', type: 'button', t: 'accounts.add', on: { click: addAccount } }));

export async function mount(root) {
  await alsoUses('accounts', 'reasons');
  const list = at('accounts', root);
  const add = at('add', root);
  add.hidden = session.read && !mayChange();
  add.addEventListener('click', addAccount);
  let before = '';
  const draw = () => {
    if (!world.ready) return;
    if (list.getAttribute('aria-busy') === 'true') fill(list);
    keyed(list, world.accounts, account => account.name, makeAccount,
      (card, account) => drawAccount(card, account, reviews.get(account.name) ?? []));
    list.setAttribute('aria-busy', 'false');
    at('none', root).hidden = world.accounts.length > 0;
    if (!world.accounts.length) fill(at('none', root), nobody());
  };
  const look = () => {
    draw();
    const doubts = world.balances.map(line => line.inDoubt).join();
    if (doubts === before) return;
    before = doubts;
    readReviews().then(draw);
  };
  onWorld(look);
  onLanguage(draw);
  await startBudgets(root);
}
