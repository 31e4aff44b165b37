// The API's own document, to be read: every call with what goes in, what comes back, and its errors.
import { api } from '../api.js';
import { drawCall } from '../docs/call.js';
import { at, fill, h } from '../dom.js';
import { onLanguage, say } from '../i18n.js';
import { problemText, spentText } from '../toasts.js';

const verbs = ['get', 'post', 'put', 'patch', 'delete'];

const callsOf = document => Object.entries(document.paths).flatMap(([path, item]) =>
  verbs.filter(verb => item[verb]).map(verb => ({ verb, path, ...item[verb] })));

function section(tag, calls, document) {
  const id = `tag-${tag.toLowerCase().replaceAll(/\W+/g, '-')}`;
  return h('section', { 'aria-labelledby': id, data: { tag } }, h('h2', { id, lang: 'en', text: tag }), calls.map(call => drawCall(call, document)));
}

const wanted = (call, words) => words.every(word => `${call.dataset.find}`.includes(word));

function find(root, words) {
  let shown = 0;
  for (const part of root.querySelectorAll('section')) {
    const calls = [...part.querySelectorAll('details.call')];
    for (const call of calls) call.hidden = !wanted(call, words);
    const left = calls.filter(call => !call.hidden).length;
    part.hidden = left === 0;
    shown += left;
  }
  return shown;
}

/** #sendSend opens that call. */
function openNamed(root) {
  const named = location.hash.length > 1 && root.querySelector(`details[id="${CSS.escape(location.hash.slice(1))}"]`);
  if (!named) return;
  named.open = true;
  named.scrollIntoView();
  named.querySelector('summary').focus();
}

export async function mount(root) {
  const list = at('calls', root);
  const input = at('find', root);
  try {
    const document = await api.get('/api/openapi.json');
    const calls = callsOf(document);
    fill(list, document.tags.map(({ name }) => section(name, calls.filter(call => call.tags.includes(name)), document)));
  } catch (problem) {
    fill(list, h('div', { class: 'card empty', role: 'alert' }, h('strong', { text: problemText(problem) }), h('p', { text: spentText(problem) })));
  }
  list.setAttribute('aria-busy', 'false');
  const look = () => say(at('found', root), 'docs.found', { n: find(list, input.value.toLowerCase().split(/\s+/).filter(Boolean)) });
  input.addEventListener('input', look);
  onLanguage(look);
  look();
  window.addEventListener('hashchange', () => openNamed(list));
  openNamed(list);
}
