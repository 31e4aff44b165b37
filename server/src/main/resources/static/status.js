// Reads /api/status again and again and shows it. Texts go in as text, never as HTML.

const every = 500;
const tone = {
  CONFIRMED: 'good', PARTIAL: 'doubt', STOPPED: 'doubt', REVIEW: 'doubt', REFUSED: 'bad',
  SHUT: 'bad', SENDING: 'good',
};
const at = name => document.querySelector(`[data-status="${name}"]`);
const number = new Intl.NumberFormat();
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text !== undefined && text !== null) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function empty(text) {
  return element('p', text, 'empty');
}

function send(receipt) {
  const made = element('div', null, 'send');
  made.append(element('p', `${number.format(receipt.requested)} × ${receipt.gift.name} to ${receipt.streamer}`));
  const bar = element('progress');
  bar.max = receipt.requested;
  bar.value = receipt.confirmed;
  bar.setAttribute('aria-label', `Confirmed gifts of ${receipt.requested}`);
  made.append(bar);
  const pace = receipt.cpsAchieved === null ? '' : ` · ${receipt.cpsAchieved.toFixed(2)} a second`;
  made.append(element('p', `${receipt.state.toLowerCase()} · ${number.format(receipt.confirmed)} confirmed · `
    + `${number.format(receipt.presses)} pressed${pace} · ${number.format(receipt.coinsSpent)} coins`, 'detail'));
  return made;
}

function lane(one) {
  const made = element('li');
  made.append(element('strong', one.account), element('span', one.work.toLowerCase(), tone[one.work]));
  if (one.shut) made.append(element('span', one.shut, 'bad'));
  return made;
}

function witnesses({ response, echo, balance }) {
  const wallet = balance === null ? 'not read' : balance ? 'agrees' : 'differs';
  return `answers ${response}, echoes ${echo}, wallet ${wallet}`;
}

function row(receipt) {
  const made = element('tr');
  made.append(
    element('td', clock.format(new Date(receipt.queuedAt))),
    element('td', receipt.streamer),
    element('td', receipt.gift.name),
    element('td', receipt.state, tone[receipt.state]),
    element('td', `${number.format(receipt.confirmed)} / ${number.format(receipt.requested)}`, 'number'),
    element('td', number.format(receipt.unknown), receipt.unknown ? 'number doubt' : 'number'),
    element('td', number.format(receipt.coinsSpent), 'number'),
    element('td', witnesses(receipt.witnesses)),
    element('td', receipt.reason ? receipt.reason.sentence : '', 'reason'),
  );
  return made;
}

function fill(name, rows, none) {
  at(name).replaceChildren(...(rows.length || !none ? rows : [empty(none)]));
}

function show(status) {
  const { daemon, queue, lanes, running, last } = status;
  const waiting = `${number.format(queue.waiting)} waiting${queue.paused ? ', paused' : ''}`;
  at('daemon').textContent = `${daemon.live} · ${waiting}`;
  fill('running', running.map(send), 'Nothing is being sent.');
  fill('lanes', lanes.map(lane));
  fill('last', last.filter(receipt => receipt.finishedAt).map(row));
}

function showTrouble(sentence) {
  at('daemon').textContent = sentence;
  fill('running', [], 'Nothing to show.');
}

async function look() {
  try {
    const answer = await fetch('/api/status', { credentials: 'same-origin' });
    if (answer.ok) show(await answer.json());
    else if (answer.status === 401) showTrouble('Open this page by the link that Cadeau printed; each link works once.');
    else showTrouble(`The daemon answered ${answer.status}.`);
  } catch {
    showTrouble('The daemon does not answer.');
  }
  setTimeout(look, document.hidden ? every * 10 : every);
}

look();
