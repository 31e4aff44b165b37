// The journal drawn: bursts that went well are folded together, what went wrong stands open; nothing is drawn before it is asked for.
import { api } from '../api.js';
import { fill, h } from '../dom.js';
import { icon } from '../icons.js';
import { date, number, t } from '../i18n.js';
import { ended } from '../world.js';
import { problemText } from '../toasts.js';
import { clean, echo, landed, stages } from './timeline.js';

const atOnce = 60;
const portion = 5000;
const mostLines = 20000;
const moment = at => date(at, { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 });
const time = at => h('time', { datetime: at, text: moment(at) });

function answer(line) {
  if (landed(line)) return [line.coinsLeft === null || line.coinsLeft === undefined ? t('history.line.ANSWER.sent') : t('history.line.ANSWER.left', { n: line.coinsLeft }), 'good'];
  return [t('history.line.ANSWER.refused', { code: String(line.statusCode ?? line.httpStatus), prompt: line.prompt ?? '' }), 'bad'];
}

/** The sentence of a line, and its tone. */
function words(line) {
  const key = `history.line.${line.kind}`;
  switch (line.kind) {
    case 'ANSWER': return answer(line);
    case 'ARMED': return [t(key, { first: line.first, last: line.last, price: line.price, n: line.last - line.first + 1 }), ''];
    case 'OPENING': return [typeof line.coins === 'number' ? t(key, { n: line.coins }) : t(`${key}.none`), ''];
    case 'PRESSES': case 'PASSED': case 'CUT_OFF': return [t(key, { n: line.count }), line.kind === 'CUT_OFF' ? 'doubt' : ''];
    case 'FAILED': return [t(key, { n: line.count, why: line.why }), 'doubt'];
    case 'NO_ANSWER': return [t(key, { why: line.why }), 'doubt'];
    case 'ECHO': return echo(line).increment ? [t(key, { n: echo(line).increment, count: echo(line).repeatCount }), 'good'] : [t(`${key}.end`, { count: echo(line).repeatCount }), ''];
    case 'READING': return [t(key, { n: line.coins, source: line.source ?? '' }), ''];
    case 'TRIED': return [t(key, { what: line.what, n: line.number, came: line.came, after: number((line.againAfterMillis ?? 0) / 1000) }), 'doubt'];
    case 'AIM': return [t(key, { room: line.roomId ?? '–' }), ''];
    case 'SETTLEMENT': return [t(key, { n: line.landed, by: line.by ?? '', reason: line.reason ?? '' }), 'good'];
    default: return [line.kind, ''];
  }
}

function event(line) {
  const [text, tone] = words(line);
  return h('li', { class: tone }, h('div', { class: 'line' }, time(line.at), h('span', { text })));
}

/** A list whose items are made when it is opened, a portion at a time. */
function lazy(summary, values, make, open) {
  const inner = h('ol', { class: 'inner' });
  const box = h('details', { open }, summary, inner);
  let made = 0;
  const more = () => {
    inner.querySelector('.next')?.remove();
    inner.append(...values.slice(made, made += atOnce).map(make));
    if (made < values.length) inner.append(h('li', { class: 'next' }, h('button', { class: 'button small', type: 'button', t: 'history.journal.more', args: { n: values.length - made }, on: { click: more } })));
  };
  box.addEventListener('toggle', () => { if (box.open && !made) more(); });
  if (open) more();
  return box;
}

const line = one => {
  const [text, tone] = words(one);
  return h('li', { class: 'line' }, time(one.at), h('span', { class: tone, text }));
};

function became(burst) {
  const parts = [['passed', burst.passed], ['answered', burst.answered], ['echoed', burst.echoed], ['refused', burst.refused], ['lost', burst.lost], ['failed', burst.failed]];
  return parts.filter(([, n]) => n).map(([name, n]) => t(`history.burst.${name}`, { n })).join(' · ');
}

function burst(one, tag = 'li') {
  const open = !clean(one) && one.passed + one.failed + one.presses > 0;
  const summary = h('summary', {}, time(one.at), h('span', { class: 'strong', text: t('history.burst', { first: one.first, last: one.last, n: one.last - one.first + 1 }) }), h('span', { class: 'quiet', text: became(one) || t('history.burst.void') }));
  return h(tag, { class: clean(one) ? 'good' : open ? 'doubt' : '' }, lazy(summary, one.lines, line, open));
}

function run({ bursts }) {
  const [first, last] = [bursts[0], bursts.at(-1)];
  const sum = name => bursts.reduce((all, one) => all + one[name], 0);
  const summary = h('summary', {}, time(first.at),
    h('span', { class: 'strong', text: t('history.run', { n: bursts.length, first: first.first, last: last.last }) }),
    h('span', { class: 'quiet', text: became({ passed: sum('passed'), answered: sum('answered'), echoed: sum('echoed') }) }));
  return h('li', { class: 'good' }, lazy(summary, bursts, one => burst(one), false));
}

const drawn = { event: stage => event(stage.line), burst: stage => burst(stage), run };

/** The lines by portions, up to a bound; more is in the daemon and its command line. */
async function read(id) {
  const lines = [];
  while (lines.length < mostLines) {
    const found = await api.get(`/api/sends/${encodeURIComponent(id)}/journal?limit=${portion}&after=${lines.at(-1)?.seq ?? -1}`);
    lines.push(...found);
    if (found.length < portion) return lines;
  }
  return lines;
}

export function journal(id) {
  let lines = null;
  let problem = null;
  return {
    version: 0,
    async read() {
      problem = null;
      lines = await read(id).catch(wrong => { problem = wrong; return null; });
      this.version += 1;
    },
    draw(send) {
      const list = h('ol', { class: 'timeline' });
      if (lines) fill(list, stages(lines).map(stage => drawn[stage.type](stage)));
      return h('section', { class: 'card', 'aria-labelledby': 'journal-title' },
        h('header', {}, h('h2', { id: 'journal-title', t: 'history.journal' }), lines && h('span', { class: 'quiet small', t: 'history.journal.lines', args: { n: lines.length } })),
        problem ? h('p', { class: 'row quiet' }, icon('info'), h('span', { text: problem.status === 404 ? t('history.journal.none') : problemText(problem) })) : null,
        lines && lines.length >= mostLines ? h('p', { class: 'hint', t: 'history.journal.bound', args: { n: mostLines } }) : null,
        lines && !lines.length ? h('p', { class: 'quiet', t: ended(send) ? 'history.journal.empty' : 'history.journal.waiting' }) : list,
        !lines && !problem ? h('div', { class: 'skeleton', css: { height: '6rem' } }) : null);
    },
  };
}
