// The gift sender: puts its parts together. Each part is a file of js/sender/.
import { at, fill, h, keyed } from '../dom.js';
import { icon } from '../icons.js';
import { onLanguage, t } from '../i18n.js';
import { shortcut } from '../keys.js';
import { command } from '../palette.js';
import { onWorld, running, world } from '../world.js';
import { mountAccount } from '../sender/account.js';
import { startAnnouncing } from '../sender/announce.js';
import { form, onForm, restore } from '../sender/form.js';
import { mountLanes } from '../sender/lanes.js';
import { mountNumbers } from '../sender/numbers.js';
import { startOrders } from '../sender/order.js';
import { drawGiftField, openPicker } from '../sender/picker.js';
import { mountQuote } from '../sender/quote.js';
import { mountReceipts } from '../sender/receipts.js';
import { drawSendCard, makeSendCard } from '../sender/send-card.js';
import { drawSend, mountSending, press } from '../sender/sending.js';
import { mountStreamer } from '../sender/streamer.js';

export async function mount(root) {
  mountStreamer(root);
  mountGift(at('gift', root));
  mountNumbers(root);
  mountAccount(root);
  mountLanes(root);
  mountReceipts(root);
  mountNow(root);
  startAnnouncing(at('announce', root));
  mountQuote(at('quote', root), drawSend);
  await restore();
  startOrders();
  mountSending(root);
  keys(root);
}

function mountGift(field) {
  const draw = () => drawGiftField(field, form.gift);
  field.addEventListener('click', openPicker);
  onForm(draw);
  onLanguage(draw);
  draw();
}

function mountNow(root) {
  const now = at('now', root);
  const draw = () => {
    const sends = running();
    at('sender', root).classList.toggle('running', sends.length > 0);
    if (sends.length === 0 && world.ready) return fill(now, h('div', { class: 'card empty' }, icon('send'), h('strong', { t: 'sender.now.none' }), h('span', { t: 'sender.now.none.todo' })));
    now.querySelectorAll(':scope > :not([data-key])').forEach(left => left.remove());
    return keyed(now, sends, send => send.id, makeSendCard, drawSendCard);
  };
  const tab = () => {
    const [first] = running();
    document.title = first ? `${first.confirmed}/${first.requested} · Cadeau` : `${t('common.page.gift-sender')} · Cadeau`;
  };
  onWorld(() => { draw(); tab(); });
  onLanguage(draw);
}

function keys(root) {
  shortcut('Ctrl+Enter', 'sender.keys.send', press);
  shortcut('/', 'sender.keys.streamer', () => at('streamer', root).focus());
  shortcut('g g', 'sender.keys.gift', openPicker);
  command({ text: () => t('sender.keys.gift'), icon: 'search', keys: 'g g', run: openPicker });
}
