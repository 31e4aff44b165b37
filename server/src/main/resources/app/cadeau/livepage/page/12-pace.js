// The pace: presses one interval apart on the whole, and in no second more of them than were asked.

/**
 * `moments` are those of the last presses; `onTime` is when the last one would have been without small delays. `guardMs` is
 * how long a guard takes, `timerMs` how late timers are: a turn begins so much before its press is due.
 */
const pace = { onTime: -Infinity, moments: [], intervalMs: 0, guardMs: 1, timerMs: 1, pickMs: 0, burst: null, timer: 0 };

/** A press may come so much sooner than an interval after the last, to make up for what the machine delayed. */
const MAKE_UP_MS = 5;

/** What is later than this was no small delay: the pace begins anew with it. */
const DELAY_MS = 25;

/** The most that is made up for. */
const BEHIND_MS = 40;

/** A press that has to wait so long for its second to pass begins the pace anew, or one in twelve would be late for ever. */
const HELD_MS = 20;

const MOST_A_SECOND = 12;

/** What a page's own click handler may take before the press counts from its end. */
const LONG_CLICK_MS = 8;

const lastPress = () => pace.moments.at(-1) ?? -Infinity;

/** When the next press is due, on the page's clock. */
function dueNext(intervalMs) {
  if (intervalMs !== pace.intervalMs) newPace(intervalMs);
  const aSecond = Math.min(MOST_A_SECOND, Math.max(1, Math.round(1000 / intervalMs)));
  const allowed = (pace.moments.at(-aSecond) ?? -Infinity) + aSecond * intervalMs;
  const paced = Math.max(pace.onTime + intervalMs, lastPress() + intervalMs - MAKE_UP_MS);
  if (allowed - paced > HELD_MS) pace.onTime = allowed - intervalMs;
  return Math.max(paced, allowed);
}

/** It owes nothing to the old one but a whole interval after the last press. */
function newPace(intervalMs) {
  pace.intervalMs = intervalMs;
  pace.moments = pace.moments.slice(-1);
  pace.onTime = lastPress();
}

function keepTime(at, intervalMs) {
  const delay = at - lastPress() - intervalMs;
  pace.onTime = delay > DELAY_MS ? at : Math.max(pace.onTime + intervalMs, at - BEHIND_MS);
  pace.moments = [...pace.moments, at].slice(-MOST_A_SECOND);
}

/** A stall inside the click made the page late: the next press keeps its distance from when it was over. */
function afterClick() {
  const over = performance.now();
  if (over - lastPress() <= LONG_CLICK_MS) return;
  pace.onTime = over;
  pace.moments[pace.moments.length - 1] = over;
}
