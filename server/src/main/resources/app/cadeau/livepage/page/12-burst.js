// A burst: a few presses, paced and guarded one by one. The loop lives in the page, so a hung driver delays no press
// and a stop is one short call.

const pace = { lastPress: -Infinity, burst: null, timer: 0 };

function burst({ number, presses, intervalMs, deadlineInMs, deadlineWallMs }) {
  if (pace.burst) endBurst({ kind: 'STOPPED', seen: `burst ${number} began` });
  pace.burst = { number, presses, intervalMs, made: 0, deadline: performance.now() + deadlineInMs, wall: deadlineWallMs };
  step();
  return { started: true };
}

/** Waits coarsely with a timer and the last part of a millisecond awake; then presses, or ends. */
function step() {
  const now = pace.burst;
  if (!now) return;
  if (now.made === now.presses) return endBurst(null);
  const due = pace.lastPress + now.intervalMs;
  if (latch.stopped) return endBurst({ kind: 'STOPPED', seen: 'told to stop' });
  if (late(now, due)) return endBurst({ kind: 'DEADLINE', seen: `${now.made} of ${now.presses} presses were made in time` });
  const wait = due - performance.now();
  if (wait > 1) {
    pace.timer = setTimeout(step, Math.max(0, wait - 1));
    return undefined;
  }
  while (performance.now() < due);
  return press(now);
}

/** Past the deadline on either clock, or sure to be when the press is due. */
const late = (now, due) => Math.max(performance.now(), due) >= now.deadline || Date.now() >= now.wall;

function press(now) {
  const refusal = guard() ?? (late(now, 0) ? { kind: 'DEADLINE', seen: 'the guard took too long' } : null);
  if (refusal) return endBurst(refusal);
  pace.lastPress = performance.now();
  now.made += 1;
  tell({ type: 'pressed', burst: now.number, index: now.made - 1, at: pace.lastPress });
  clickOnce(chosen.send);
  return step();
}

function endBurst(halted) {
  const { number, made } = pace.burst;
  clearTimeout(pace.timer);
  pace.burst = null;
  tell({ type: 'burstEnded', burst: number, presses: made, halted });
}

/** No press of any burst begins after this returns, until allow(). */
function stop() {
  latch.stopped = true;
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
