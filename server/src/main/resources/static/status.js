// Reads /api/status again and again and shows it. Texts go in as text, never as HTML.

const every = 500;
const tone = {
  CONFIRMED: 'good', PARTIAL: 'doubt', STOPPED: 'doubt', REVIEW: 'doubt', REFUSED: 'bad',
  SHUT: 'bad', IDLE: 'quiet',
};
const at = name => document.querySelector(`[data-status="${name}"]`);
const number = new Intl.NumberFormat();
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const shown = new Map();

function element(tag, text, className) {
  const made = document.createElement(tag);
  if (text !== undefined && text !== null) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function word(state) {
  return state[0] + state.slice(1).toLowerCase();
}

function headline(receipt) {
  const made = element('p', null, 'headline');
  const count = element('span', number.format(receipt.confirmed), 'count');
  count.append(element('small', ` of ${number.format(receipt.requested)} confirmed`));
  made.append(count, element('span', word(receipt.state), `state ${tone[receipt.state] ?? 'active'}`));
  return made;
}

function what(receipt) {
  const made = element('p', null, 'what');
  made.append(element('strong', receipt.gift.name), ' to ', element('strong', receipt.streamer),
    receipt.account ? ` from ${receipt.account}` : '');
  return made;
}

function figures(pairs, className = 'figures') {
  const made = element('dl', null, className);
  for (const [name, text, className] of pairs.filter(pair => pair[1])) {
    const pair = element('div');
    pair.append(element('dt', name), element('dd', text, className));
    made.append(pair);
  }
  return made;
}

function pace(receipt) {
  return receipt.cpsAchieved === null ? '' : `${receipt.cpsAchieved.toFixed(2)} a second`;
}

function left(receipt) {
  const seconds = Math.round((receipt.requested - receipt.confirmed) / receipt.cpsRequested);
  if (receipt.state === 'SETTLING') return '';
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function running(receipt) {
  const made = element('article', null, 'send');
  const bar = element('progress');
  bar.max = receipt.requested;
  bar.value = receipt.confirmed;
  bar.setAttribute('aria-label', `Confirmed gifts of ${receipt.requested}`);
  made.append(headline(receipt), what(receipt), bar, figures([
    ['Pace', pace(receipt) || 'not yet known'],
    ['Coins spent', number.format(receipt.coinsSpent)],
    ['Presses', number.format(receipt.presses)],
    ['Time left', left(receipt)],
  ]));
  return made;
}

function wallet({ witnesses, balanceBefore, balanceAfter }) {
  if (witnesses.balance === null) return ['Balance', 'not read', 'quiet'];
  return [`Balance ${witnesses.balance ? 'agrees' : 'differs'}`,
    `${number.format(balanceBefore)} → ${number.format(balanceAfter)}`, witnesses.balance ? 'good' : 'doubt'];
}

function witnessed(name, count, receipt) {
  const all = count >= receipt.confirmed + receipt.unknown;
  return [name, `${number.format(count)} of ${number.format(receipt.confirmed)}`, all ? 'good' : 'doubt'];
}

function full(receipt) {
  const made = element('article', null, 'send');
  const { response, echo } = receipt.witnesses;
  made.append(headline(receipt), what(receipt), figures([
    ...(receipt.presses ? [witnessed('Answers', response, receipt), witnessed('Echoes', echo, receipt), wallet(receipt)] : []),
    ['Coins spent', number.format(receipt.coinsSpent)],
    ['Coins in doubt', receipt.coinsInDoubt ? number.format(receipt.coinsInDoubt) : '', 'doubt'],
    ['Beyond those asked', receipt.excess ? number.format(receipt.excess) : '', 'bad'],
    ['Pace', pace(receipt)],
    ['Ended', clock.format(new Date(receipt.finishedAt))],
  ], 'figures proof'));
  if (receipt.reason) made.append(element('p', receipt.reason.sentence, 'note'));
  return made;
}

function lane(one) {
  const made = element('li');
  made.append(element('strong', one.account), element('span', word(one.work), `work ${tone[one.work] ?? 'active'}`));
  if (one.shut) made.append(element('span', one.shut, 'bad'));
  return made;
}

function row(receipt) {
  const made = element('tr');
  const cell = (label, text, className = '') => {
    const one = element('td', text, text ? className : `${className} void`);
    one.dataset.label = label;
    made.append(one);
  };
  cell('When', clock.format(new Date(receipt.queuedAt)));
  cell('Gift', receipt.gift.name);
  cell('Streamer', receipt.streamer);
  cell('State', word(receipt.state), tone[receipt.state]);
  cell('Confirmed', `${number.format(receipt.confirmed)} of ${number.format(receipt.requested)}`, 'number');
  cell('Unknown', number.format(receipt.unknown), receipt.unknown ? 'number doubt' : 'number');
  cell('Coins', number.format(receipt.coinsSpent), 'number');
  cell('Reason', receipt.reason ? receipt.reason.sentence : '', 'reason');
  return made;
}

// Only what changed is drawn again, so that a reader's place, focus and selection stay.
function fill(name, values, draw, none) {
  const now = JSON.stringify(values);
  if (shown.get(name) === now) return;
  shown.set(name, now);
  at(name).replaceChildren(...(values.length || !none ? values.map(draw) : [element('p', none, 'empty')]));
}

function say(sentence) {
  if (at('daemon').textContent !== sentence) at('daemon').textContent = sentence;
}

function show({ daemon, queue, lanes, running: runs, last }) {
  const [newest, ...earlier] = last.filter(receipt => receipt.finishedAt);
  const waiting = queue.waiting ? `, ${number.format(queue.waiting)} waiting` : '';
  say(`LIVEs at ${new URL(daemon.live).host}${waiting}${queue.paused ? ', queue paused' : ''}`);
  fill('running', runs, running, 'Nothing is being sent.');
  fill('newest', newest ? [newest] : [], full);
  fill('lanes', lanes, lane, 'No account yet.');
  fill('earlier', earlier, row);
  at('newest').closest('section').hidden = !newest;
  at('earlier').closest('section').hidden = !earlier.length;
  document.title = runs.length ? `${runs[0].confirmed} of ${runs[0].requested} · Cadeau` : 'Cadeau';
}

function showTrouble(sentence) {
  say(sentence);
  fill('running', [], running, 'Not known while the daemon cannot be asked.');
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
