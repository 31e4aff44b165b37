// How it is known: the three witnesses in plain words.
import { h } from '../dom.js';
import { number, t } from '../i18n.js';

function mark(seen, all) {
  if (all === 0) return ['quiet', t('history.witness.nothing')];
  return [seen >= all ? 'good' : seen > 0 ? 'doubt' : 'quiet', t('history.witness.of', { seen, n: all })];
}

const line = (name, [tone, count], sentence) => h('li', {},
  h('span', { class: `badge ${tone}`, t: `history.witness.${name}` }),
  h('span', { class: 'strong', text: count }), h('p', { text: sentence }));

function wallet(send) {
  const { balance } = send.witnesses;
  if (balance === null || balance === undefined) return line('balance', ['quiet', t('history.witness.unread')], t('history.witness.balance.unread'));
  const by = { before: number(send.balanceBefore ?? 0), after: number(send.balanceAfter ?? 0), n: (send.balanceBefore ?? 0) - (send.balanceAfter ?? 0) };
  return balance
    ? line('balance', ['good', t('history.witness.agrees')], t('history.witness.balance.agrees', by))
    : line('balance', ['doubt', t('history.witness.differs')], t('history.witness.balance.differs', by));
}

export function witnesses(send) {
  const { response, echo } = send.witnesses;
  const all = send.confirmed + send.unknown;
  return h('section', { class: 'card', 'aria-labelledby': 'witness-title' },
    h('header', {}, h('h2', { id: 'witness-title', t: 'history.witness.title' })),
    send.presses === 0
      ? h('p', { class: 'quiet', t: 'history.witness.nopress' })
      : h('ul', { class: 'witnesses' },
        line('response', mark(response, all), t('history.witness.response.why')),
        line('echo', mark(echo, all), t('history.witness.echo.why')),
        wallet(send)));
}
