// The Send button: confirm, press once, show the answer. Whatever fails says whether anything was spent.
import { at, attribute, fill, h } from '../dom.js';
import { icon } from '../icons.js';
import { onLanguage, say, t } from '../i18n.js';
import { problemText, spentText } from '../toasts.js';
import { changed, take } from '../world.js';
import { confirmed } from './confirm.js';
import { change, form, whole } from './form.js';
import { remember } from './gifts.js';
import { answered, forget, isFresh, submit, unanswered } from './order.js';
import { cost, current, quote } from './quote.js';

let busy = false;
let parts = null;

export function mountSending(root) {
  parts = { send: at('send', root), undo: at('undo', root), answer: at('answer', root) };
  at('form', root).addEventListener('submit', event => {
    event.preventDefault();
    press();
  });
  onLanguage(drawSend);
  drawSend();
  resume();
}

/** What the button says; dead only when it cannot mean anything. */
export function drawSend() {
  if (!parts) return;
  const able = whole() && !busy;
  attribute(parts.send, 'aria-disabled', able ? null : 'true');
  if (form.gift && whole()) say(parts.send, 'sender.send.what', { n: form.quantity, gift: form.gift.name });
  else say(parts.send, 'sender.send');
}

const refused = () => current() && quote.value.refusals.length > 0;

export async function press() {
  if (busy || !whole()) return;
  busy = true;
  drawSend();
  fill(parts.answer);
  try {
    if (unanswered() || await confirmed(cost(), form, parts)) await sendIt();
  } finally {
    busy = false;
    parts.send.removeAttribute('aria-busy');
    drawSend();
  }
}

async function sendIt() {
  parts.send.setAttribute('aria-busy', 'true');
  try {
    const { send, replayed } = await submit(() => tell('doubt', t('sender.answer.waiting'), t('sender.answer.waiting.why')));
    take(send);
    remember(send.gift.id ?? form.gift.id);
    fill(parts.answer);
    if (replayed) tell('info', t('sender.answer.replayed'), t('sender.answer.replayed.why'));
    answered();
    changed();
    showProgress();
  } catch (problem) {
    if (problem.code === 'NO_CONNECTION' || problem.spent === 'unknown') return ask();
    answered();
    refuse(problem);
  }
}

// On a phone the progress stands above the form; it is drawn with the next frame.
function showProgress() {
  if (innerWidth < 960) setTimeout(() => document.querySelector('main').scrollIntoView({ block: 'start' }), 80);
}

function refuse(problem) {
  const choices = problem.choices.map(gift => h('button', { class: 'button small', type: 'button', on: { click: () => { change({ gift: { ...gift, ambiguous: true } }); fill(parts.answer); } } },
    h('span', { text: `${gift.name} · ${t('common.coins', { n: gift.coins })} · id ${gift.id}` })));
  tell('bad', problemText(problem), spentText(problem), choices);
}

const tell = (tone, sentence, detail, more = []) => fill(parts.answer, h('div', { class: `note ${tone}`, role: tone === 'bad' ? 'alert' : 'status' }, icon(tone === 'info' ? 'info' : 'warning'),
  h('div', { class: 'stack' }, h('p', { text: sentence }), detail && h('p', { class: 'hint', text: detail }), more.length > 0 && h('div', { class: 'row wrap' }, more))));

// An old press without an answer is never repeated by itself.
function ask() {
  tell('doubt', t('sender.answer.lost'), t('sender.answer.lost.why'), [
    h('button', { class: 'button small', type: 'button', t: 'sender.answer.lost.ask', on: { click: press } }),
    h('button', { class: 'button small plain', type: 'button', t: 'sender.answer.lost.forget', on: { click: () => { forget(); fill(parts.answer); } } }),
  ]);
}

function resume() {
  const kept = unanswered();
  if (!kept) return;
  if (isFresh(kept)) press();
  else ask();
}

export { refused };
