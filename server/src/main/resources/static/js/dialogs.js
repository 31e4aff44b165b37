// Dialogs on the browser's own <dialog>: it keeps the focus inside, Escape closes it, and the focus goes back after.
import { h } from './dom.js';
import { icon } from './icons.js';

let count = 0;

/**
 * Opens a dialog and answers what it was closed with ('' by Escape).
 * build(close) answers the elements inside; close(value) ends it. head: the key of its title.
 */
export function openDialog({ head, args, className = '', build, mayEscape = true, whenOpen = () => {} }) {
  return new Promise(resolve => {
    const id = `dialog-${count += 1}`;
    const box = h('dialog', { class: className, 'aria-labelledby': id });
    let answer = '';
    const close = value => { answer = value; box.close(); };
    box.append(h('div', { class: 'dialog' },
      h('header', { class: 'row' },
        h('h2', { id, class: 'grow', t: head, args }),
        mayEscape && h('button', { class: 'button plain icon-only', type: 'button', label: 'common.close', on: { click: () => close('') } }, icon('close'))),
      build(close)));
    box.addEventListener('cancel', event => { if (!mayEscape) event.preventDefault(); });
    box.addEventListener('click', event => { if (event.target === box && mayEscape) close(''); });
    box.addEventListener('close', () => { box.remove(); resolve(answer); });
    document.body.append(box);
    box.showModal();
    (box.querySelector('[autofocus]') ?? box.querySelector('input, .primary') ?? box).focus();
    whenOpen(box);
  });
}

/** A question with two answers; true for yes. text: the key of the sentence. */
export async function confirmDialog({ head, text, args, yes = 'common.yes', tone = 'primary' }) {
  return (await openDialog({
    head,
    args,
    build: close => [
      h('p', { t: text, args }),
      h('footer', {},
        h('button', { class: 'button', type: 'button', t: 'common.cancel', on: { click: () => close('') } }),
        h('button', { class: `button ${tone}`, type: 'button', t: yes, on: { click: () => close('yes') } })),
    ],
  })) === 'yes';
}
