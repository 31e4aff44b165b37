// History: the list of sends with its filters, or with ?send=ID one receipt. The address tells all, so that Back works.
import { at } from '../dom.js';
import { showList } from '../history/list.js';
import { showReceipt } from '../history/receipt.js';
import { alsoUses } from '../words.js';

export async function mount(root) {
  await alsoUses('history', 'reasons');
  const show = () => {
    const send = new URLSearchParams(location.search).get('send');
    at('list', root).hidden = Boolean(send);
    at('receipt', root).hidden = !send;
    return send ? showReceipt(at('receipt', root), send) : showList(root);
  };
  root.addEventListener('click', event => {
    const link = event.target.closest('a[href^="/history.html"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || link.hasAttribute('download')) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    show();
    scrollTo(0, 0);
    root.focus({ preventScroll: true });
  });
  addEventListener('popstate', show);
  await show();
}
