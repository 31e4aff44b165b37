// The command palette, Ctrl/Cmd+K: pages, actions, favourites, stop all. A combobox with a list.
import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { t } from './i18n.js';
import { world } from './world.js';

const most = 12;
const commands = [];

/** @param text answers what it is called now; @param icon its icon; @param keys its shortcut, shown beside it */
export const command = one => commands.push(one);

const plain = text => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');

function all() {
  const favourites = world.streams.filter(stream => stream.favourite !== false).map(stream => ({
    text: () => t('common.palette.sendTo', { streamer: stream.streamer }),
    icon: 'streams',
    run: () => location.assign(`/gift-sender.html?streamer=${encodeURIComponent(stream.streamer)}`),
  }));
  return [...commands.filter(one => one.when?.() ?? true), ...favourites];
}

// Every word must be in the text; what begins with the first word comes first.
function found(asked) {
  const words = plain(asked).split(/\s+/).filter(Boolean);
  return all().map(one => ({ one, text: one.text() }))
    .filter(({ text }) => words.every(word => plain(text).includes(word)))
    .sort((a, b) => Number(plain(b.text).startsWith(words[0] ?? '\0')) - Number(plain(a.text).startsWith(words[0] ?? '\0')))
    .slice(0, most);
}

export function openPalette() {
  if (document.querySelector('dialog[open]')) return;
  let shown = [];
  let chosen = 0;
  const list = h('ul', { id: 'palette-list', role: 'listbox', label: 'common.palette.label' });
  const input = h('input', {
    class: 'input', type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', placeholder: 'common.palette.ask', label: 'common.palette.ask',
    'aria-expanded': 'true', 'aria-controls': 'palette-list', 'aria-autocomplete': 'list',
  });
  const box = h('dialog', { class: 'palette', label: 'common.palette.label' }, input, list);

  const run = place => {
    const picked = shown[place];
    box.close();
    picked?.one.run();
  };
  const choose = place => {
    chosen = Math.max(0, Math.min(place, shown.length - 1));
    [...list.children].forEach((item, n) => item.setAttribute('aria-selected', n === chosen));
    input.setAttribute('aria-activedescendant', shown.length ? `palette-${chosen}` : '');
    list.children[chosen]?.scrollIntoView({ block: 'nearest' });
  };
  const draw = () => {
    shown = found(input.value);
    fill(list, shown.map(({ one, text }, n) => h('li', { id: `palette-${n}`, role: 'option', 'aria-selected': 'false', on: { click: () => run(n), pointermove: () => choose(n) } },
      icon(one.icon), h('span', { text }), one.keys && h('kbd', { text: one.keys }))));
    if (!shown.length) fill(list, h('li', { role: 'option', 'aria-selected': 'false', 'aria-disabled': 'true', class: 'quiet', t: 'common.palette.none' }));
    choose(0);
  };
  const moves = { ArrowDown: () => choose(chosen + 1), ArrowUp: () => choose(chosen - 1), Home: () => choose(0), End: () => choose(shown.length), Enter: () => run(chosen) };
  input.addEventListener('input', draw);
  input.addEventListener('keydown', event => {
    if (moves[event.key]) {
      event.preventDefault();
      moves[event.key]();
    }
  });
  box.addEventListener('click', event => { if (event.target === box) box.close(); });
  box.addEventListener('close', () => box.remove());
  document.body.append(box);
  box.showModal();
  input.focus();
  draw();
}
