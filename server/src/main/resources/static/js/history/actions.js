// What a person can do with a receipt. Send again only fills in the gift sender.
import { h } from '../dom.js';
import { icon } from '../icons.js';
import { t } from '../i18n.js';
import { stopSend } from '../stopping.js';
import { toast } from '../toasts.js';
import { ended } from '../world.js';
import { senderAddress } from '../words.js';

async function copy(text, done) {
  try {
    await navigator.clipboard.writeText(text);
    toast('good', done);
  } catch {
    toast('doubt', t('history.copy.not'), text);
  }
}

const again = send => senderAddress({
  streamer: send.streamer, gift: send.gift.id ?? send.gift.name, quantity: send.requested, cps: send.cpsRequested, account: send.account,
});

function download(send) {
  const file = new Blob([JSON.stringify(send, null, 2)], { type: 'application/json' });
  const link = h('a', { href: URL.createObjectURL(file), download: `${send.id}.json` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

const button = (name, key, run) => h('button', { class: 'button', type: 'button', on: { click: run } }, icon(name), h('span', { t: key }));

export function actions(send) {
  return h('section', { class: 'card no-print', 'aria-label': t('history.actions') },
    h('div', { class: 'actions' },
      !ended(send) && h('button', { class: 'button stop', type: 'button', on: { click: () => stopSend(send.id) } }, icon('stop'), h('span', { t: 'history.receipt.stop' })),
      h('a', { class: 'button', href: again(send) }, icon('send'), h('span', { t: 'history.again' })),
      button('key', 'history.copy', () => copy(send.id, t('history.copied'))),
      button('download', 'history.export.json', () => download(send)),
      button('receipt', 'history.print', () => print())),
    h('p', { class: 'hint', t: 'history.again.hint' }));
}
