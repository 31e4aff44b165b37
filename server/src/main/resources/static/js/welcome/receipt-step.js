// Step 5: the receipt, with each witness in plain words.
import { api } from '../api.js';
import { fill, h } from '../dom.js';
import { icon } from '../icons.js';

import { problemText } from '../toasts.js';
import { finish, keep, kept } from './progress.js';

const proof = (good, key, args) => h('li', {}, h('span', { class: good ? 'good' : 'doubt' }, icon(good ? 'check' : 'info')),
  h('div', {}, h('strong', { t: key, args }), h('span', { class: 'hint', t: `${key}.how` })));

function proofs(send) {
  const { response, echo, balance } = send.witnesses;
  const all = send.confirmed;
  return h('ul', { class: 'proofs' },
    proof(response >= all && all > 0, 'welcome.proof.response', { n: response }),
    proof(echo >= all && all > 0, 'welcome.proof.echo', { n: echo }),
    balance === null ? proof(false, 'welcome.proof.unread') : proof(balance, 'welcome.proof.balance', { before: send.balanceBefore, after: send.balanceAfter }));
}

export function receiptStep({ restart }) {
  const body = h('div', { class: 'stack' }, h('div', { class: 'skeleton' }));
  api.get(`/api/sends/${kept.send}`).then(send => {
    const whole = send.confirmed === send.requested;
    const again = h('button', { class: 'button', type: 'button', t: 'welcome.again', on: { click: () => { keep({ send: null, key: null, ended: null }); restart(); } } });
    fill(body,
      h('p', { class: 'hero' }, h('strong', { text: `${send.confirmed} / ${send.requested}` }), h('span', { class: `badge ${whole ? 'good' : 'doubt'}`, t: `common.state.${send.state}` })),
      send.reason && h('p', { text: send.reason.sentence }),
      proofs(send),
      !whole && again);
  }, problem => fill(body, h('p', { class: 'bad', text: problemText(problem) })));
  return [
    h('h1', { t: 'welcome.receipt', tabindex: -1 }),
    h('p', { class: 'lead', t: 'welcome.receipt.why' }),
    body,
    h('footer', {},
      h('a', { class: 'button', href: `/history.html?send=${encodeURIComponent(kept.send)}`, t: 'welcome.receipt.whole', on: { click: finish } }),
      h('a', { class: 'button primary', href: '/gift-sender.html?streamer=@demo&gift=5655', t: 'welcome.done', on: { click: finish } })),
  ];
}

