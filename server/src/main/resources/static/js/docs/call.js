// One call of the API. Its inside is drawn when it is opened first.
import { h } from '../dom.js';
import { translate } from '../i18n.js';

/** Text of the document, in which `x` is code and a line ends only where a paragraph does. */
const prose = text => `${text ?? ''}`.replaceAll(/(?<!\n)\n(?!\n)/g, ' ').split('`').map((part, n) => (n % 2 ? h('code', { text: part }) : part)).filter(part => part !== '');

const json = value => h('pre', { tabindex: 0, role: 'group', label: 'docs.example', lang: 'en' }, h('code', { text: JSON.stringify(value, null, 2) }));
const named = (document, ref) => ref.slice(2).split('/').reduce((at, key) => at[key], document);
const whole = (document, shape) => (shape?.$ref ? named(document, shape.$ref) : shape ?? {});

/** "integer or null", "list of Receipt". */
function kind(shape) {
  if (shape.$ref) return shape.$ref.split('/').pop();
  if (shape.anyOf || shape.oneOf) return (shape.anyOf ?? shape.oneOf).map(kind).join(' | ');
  if (shape.type === 'array') return `[${kind(shape.items)}]`;
  if (shape.enum) return shape.enum.filter(word => word !== null).join(' | ');
  return [shape.type].flat().join(' | ') + (shape.format === 'date-time' ? ' (time)' : '');
}

const row = (name, shape, needed, text) => h('tr', {},
  h('th', { scope: 'row' }, h('code', { text: name }), needed ? h('span', { class: 'needed', t: 'docs.needed' }) : null),
  h('td', { lang: 'en', text: kind(shape) }), h('td', { lang: 'en' }, prose(text ?? '–')));

const table = (caption, rows) => rows.length === 0 ? null : h('div', { class: 'scroll', tabindex: 0, role: 'group', label: caption },
  h('h3', { t: caption }),
  h('table', { class: 'table' }, h('thead', {}, h('tr', {}, ['docs.name', 'docs.kind', 'docs.says'].map(t => h('th', { scope: 'col', t })))), h('tbody', {}, rows)));

function goesIn(call, document) {
  const parameters = (call.parameters ?? []).map(one => row(one.in === 'path' ? `{${one.name}}` : one.name, one.schema, one.required, one.description));
  const body = call.requestBody?.content['application/json'];
  const shape = whole(document, body?.schema);
  const fields = Object.entries(shape.properties ?? {}).map(([name, field]) => row(name, field, shape.required?.includes(name), field.description));
  return [table('docs.parameters', parameters), table('docs.body', fields), body ? json(body.example) : null];
}

function answer(status, told, document) {
  const content = told.content?.['application/json'];
  const fields = Object.entries(whole(document, content?.schema).properties ?? {}).map(([name, field]) => row(name, field, false, field.description));
  return h('div', { class: 'answer' },
    h('p', {}, h('code', { class: 'status', text: status }), h('span', { lang: 'en' }, prose(told.description))),
    table('docs.fields', fields), content?.example === undefined ? null : json(content.example));
}

const responses = (call, document) => Object.entries(call.responses).map(([status, told]) => [status, whole(document, told)]);

function errors(call, document) {
  const rows = responses(call, document).flatMap(([status, told]) => Object.entries(told.content?.['application/problem+json']?.examples ?? {})
    .map(([code, example]) => h('tr', {}, h('th', { scope: 'row' }, h('code', { text: code })), h('td', { text: status }), h('td', { lang: 'en' }, prose(whole(document, example).summary)))));
  return h('details', { class: 'errors' }, h('summary', { t: 'docs.errors', args: { n: rows.length } }),
    h('div', { class: 'scroll', tabindex: 0, role: 'group', label: 'docs.errors.label' }, h('table', { class: 'table' },
      h('thead', {}, h('tr', {}, ['docs.code', 'docs.status', 'docs.says'].map(t => h('th', { scope: 'col', t })))), h('tbody', {}, rows))));
}

function inside(call, document) {
  const answers = responses(call, document).filter(([, told]) => !told.content || Object.keys(told.content).some(type => type !== 'application/problem+json'));
  return h('div', { class: 'inside' },
    call.description ? h('p', { lang: 'en' }, prose(call.description)) : null,
    h('p', { class: 'quiet small' }, h('span', { t: call['x-permission'] === 'none' ? 'docs.open' : 'docs.permission' }), call['x-permission'] === 'none' ? null : h('code', { text: ` ${call['x-permission']}` })),
    goesIn(call, document), h('h3', { t: 'docs.answers' }), answers.map(([status, told]) => answer(status, told, document)), errors(call, document));
}

export function drawCall(call, document) {
  const drawn = h('details', { class: 'call card', id: call.operationId, data: { find: `${call.verb} ${call.path} ${call.summary}`.toLowerCase() } },
    h('summary', {}, h('span', { class: `verb ${call.verb}`, text: call.verb.toUpperCase() }), h('code', { text: call.path }), h('span', { class: 'quiet', lang: 'en' }, prose(call.summary))));
  drawn.addEventListener('toggle', () => {
    if (!drawn.open || drawn.querySelector('.inside')) return;
    drawn.append(inside(call, document));
    translate(drawn);
  });
  return drawn;
}
