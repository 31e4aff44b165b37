// A burst: a few presses, paced and guarded one by one. The loop lives in the page, so a hung daemon delays no press
// and a stop is one short call.

function burst({ number, presses, intervalMs, deadlineInMs, deadlineWallMs }) {
  if (pace.burst) endBurst({ kind: 'STOPPED', seen: `burst ${number} began` });
  pace.burst = { number, presses, intervalMs, made: 0, deadline: performance.now() + deadlineInMs, wall: deadlineWallMs };
  step();
  return { started: true };
}

/** Waits with a timer until just before the press is due, so early that the guard is done in time; then presses. */
function step() {
  const now = pace.burst;
  if (!now) return;
  if (now.made === now.presses) return endBurst(null);
  const due = dueNext(now.intervalMs);
  if (latch.stopped) return endBurst({ kind: 'STOPPED', seen: 'told to stop' });
  if (late(now, due)) return endBurst(tooLate(now));
  const wait = due - performance.now() - pace.guardMs - pace.timerMs - (chosen.deselects ? pace.pickMs : 0);
  if (wait < 1) press(now, due);
  else pace.timer = setTimeout(woken, Math.floor(wait), performance.now() + Math.floor(wait));
}

/** Timers come late by a little that the machine's load decides: learned, to be early enough the next time. */
function woken(expected) {
  const lateBy = performance.now() - expected;
  pace.timerMs = Math.min(3, 0.8 * pace.timerMs + 0.3 * Math.max(0, lateBy));
  step();
}

/** The tile was picked up early: the press itself waits until it is due. */
function later(due) {
  const wait = Math.floor(due - performance.now() - pace.guardMs - pace.timerMs);
  pace.timer = setTimeout(woken, wait, performance.now() + wait);
}

/** Past the deadline on either clock, or sure to be when the press is due. */
const late = (now, due) => Math.max(performance.now(), due) >= now.deadline || Date.now() >= now.wall;

const tooLate = (now) => ({ kind: 'DEADLINE', seen: `${now.made} of ${now.presses} presses were made in time` });

/** Guard and press in one turn: between the two only the clock moves, and it is asked again. */
function press(now, due) {
  const began = performance.now();
  const refusal = guard();
  pace.guardMs = Math.min(8, 0.8 * pace.guardMs + 0.2 * (performance.now() - began));
  if (refusal && putDown(refusal) && now.picked !== now.made) {
    now.picked = now.made;
    pickUp(now);
    return;
  }
  if (refusal) return endBurst(refusal);
  if (due - performance.now() > 12) return later(due);
  while (performance.now() < due);
  if (late(now, due)) return endBurst(tooLate(now));
  if (designs.press === 'trusted') return askForMouse(now);
  pressed(now);
  clickOnce(chosen.send);
  afterClick();
  step();
}

/** Counted before the click: what the page does in it may end the burst. */
function pressed(now) {
  keepTime(performance.now(), now.intervalMs);
  now.made += 1;
  chosen.presses += 1;
  tell({ type: 'pressed', burst: now.number, index: now.made - 1, at: lastPress() });
}

function endBurst(halted) {
  const { number, made } = pace.burst;
  clearTimeout(pace.timer);
  pace.burst = null;
  mouse.armed = false;
  tell({ type: 'burstEnded', burst: number, presses: made, halted });
}

/** No press of any burst begins after this returns, until allow(). */
function stop() {
  latch.stopped = true;
  mouse.armed = false;
  if (pace.burst) endBurst({ kind: 'STOPPED', seen: 'told to stop' });
  return { stopped: true };
}

function allow() {
  latch.stopped = false;
  return { stopped: false };
}

/** News go through the binding; without one (in tests) they are kept. */
function tell(news) {
  if (typeof globalThis.cadeauNews === 'function') globalThis.cadeauNews(JSON.stringify(news));
  else door.news.push(news);
}
