// Which account gives: its coins, and how it is.
import { at, attribute, fill, h } from '../dom.js';
import { onLanguage, say } from '../i18n.js';
import { balanceOf, onWorld, world } from '../world.js';
import { change, form, onForm } from './form.js';

export function mountAccount(root) {
  const field = at('account', root);
  const hint = at('account-hint', root);
  let drawn = '';

  const draw = () => {
    const names = world.accounts.map(account => account.name);
    const usual = world.accounts.find(account => account.standard) ?? world.accounts[0];
    if (drawn !== names.join()) {
      drawn = names.join();
      fill(field, names.map(name => h('option', { value: name, text: name })));
    }
    if (world.accounts.length && !names.includes(form.account)) return change({ account: usual.name });
    if (form.account !== null) field.value = form.account;
    attribute(field, 'disabled', names.length === 0 ? '' : null);
    tell(hint, world.accounts.find(account => account.name === form.account), balanceOf(form.account));
  };
  field.addEventListener('change', () => change({ account: field.value }));
  onForm(draw);
  onWorld(draw);
  onLanguage(draw);
}

function tell(hint, account, balance) {
  hint.className = 'hint';
  if (!account) return say(hint, world.ready ? 'sender.account.none' : 'sender.account.reading');
  if (account.shut) {
    hint.className = 'hint bad';
    hint.textContent = [account.shut.sentence, ...(account.health?.todo ?? [])].join(' ');
    return hint;
  }
  if (account.health && account.health.state !== 'GOOD' && account.health.loggedIn === false) {
    hint.className = 'hint doubt';
    hint.textContent = account.health.sentence;
    return hint;
  }
  if (!balance || balance.readAt === null) return say(hint, 'sender.account.unread');
  const parts = { n: balance.coins - balance.held, held: balance.held, doubt: balance.inDoubt };
  if (balance.inDoubt > 0) return say(hint, 'sender.account.doubt', parts);
  return say(hint, balance.held > 0 ? 'sender.account.held' : 'sender.account.free', parts);
}
