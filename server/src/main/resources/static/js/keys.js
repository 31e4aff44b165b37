// Shortcuts, the overlay that lists them, and the panic key. Single letters do nothing while somebody types, and can be
// switched off (WCAG 2.1.4).
import { h } from './dom.js';
import { openDialog } from './dialogs.js';
import { pref, setPref } from './prefs.js';
import { stopAll } from './stopping.js';

const holdFor = 700;
const shortcuts = [];
let first = '';
let firstAt = 0;
let panic = 0;

/** @param keys as shown: 'Ctrl+K', 'g h', '?'; @param name the key of its text */
export const shortcut = (keys, name, run) => shortcuts.push({ keys, name, run });

const types = element => element.closest?.('input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [contenteditable]');

function pressed(event) {
  const control = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
  const key = event.key.length === 1 ? (control ? event.key.toUpperCase() : event.key) : event.key;
  return control + key;
}

function onKey(event) {
  if (event.key === 'Escape') return escape(event);
  if (event.altKey || event.isComposing) return;
  const key = pressed(event);
  const plain = !key.startsWith('Ctrl+');
  if (plain && (types(event.target) || document.querySelector('dialog[open]') || !pref('letters'))) return;
  const pair = performance.now() - firstAt < 1200 ? `${first} ${key}` : '';
  const found = shortcuts.find(one => one.keys === pair) ?? shortcuts.find(one => one.keys === key);
  first = key;
  firstAt = performance.now();
  if (found) {
    event.preventDefault();
    first = '';
    found.run();
  }
}

// Shift+Escape at once; Escape alone when it is held. Some browsers keep Shift+Escape for themselves.
function escape(event) {
  if (event.repeat) return;
  if (event.shiftKey) {
    event.preventDefault();
    stopAll();
    return;
  }
  panic = setTimeout(stopAll, holdFor);
}

export function startKeys() {
  addEventListener('keydown', onKey, true);
  addEventListener('keyup', event => { if (event.key === 'Escape') clearTimeout(panic); }, true);
  addEventListener('blur', () => clearTimeout(panic));
  shortcut('?', 'common.keys.help', showKeys);
}

export function showKeys() {
  const letters = h('input', { type: 'checkbox', id: 'letters', checked: pref('letters'), on: { change: event => setPref('letters', event.target.checked) } });
  const line = (keys, name) => [h('dt', {}, keys.split(/[ +]/).flatMap((key, n) => [n ? ' ' : '', h('kbd', { text: key })])), h('dd', { t: name })];
  return openDialog({
    head: 'common.keys.title',
    build: () => [
      h('dl', { class: 'keys' }, shortcuts.map(one => line(one.keys, one.name)), line('Shift+Esc', 'common.keys.panic'), line('Esc', 'common.keys.panicHold')),
      h('label', { class: 'check' }, letters, h('span', { t: 'common.keys.letters' })),
    ],
  });
}
