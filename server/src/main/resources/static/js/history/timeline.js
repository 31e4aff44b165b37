// The journal in the order of what a person asks: what came first, each burst with all that became of it, how it ended.
// Pure: lines in, stages out. A line of a request belongs to the burst in which the request passed, however late it came.

const ofARequest = new Set(['ANSWER', 'NO_ANSWER', 'FAILED']);
const ofABurst = new Set(['PRESSES', 'PASSED', 'ECHO', ...ofARequest]);
const runFrom = 3;

export const echo = line => line.gift ?? line;

export const landed = line => line.httpStatus >= 200 && line.httpStatus < 300 && line.statusCode === 0 && !line.calmDown;

function newBurst(line, number) {
  return { type: 'burst', number, first: line.first, last: line.last, at: line.at, until: line.at, lines: [line],
    presses: 0, passed: 0, answered: 0, echoed: 0, refused: 0, lost: 0, failed: 0, coinsLeft: null };
}

function count(burst, line) {
  switch (line.kind) {
    case 'PRESSES': burst.presses += line.count; break;
    case 'PASSED': burst.passed += line.count; break;
    case 'FAILED': burst.failed += 1; break;
    case 'NO_ANSWER': burst.lost += 1; break;
    case 'ECHO': burst.echoed += echo(line).increment ?? 0; break;
    case 'ANSWER':
      if (landed(line)) burst.answered += 1;
      else burst.refused += 1;
      if (typeof line.coinsLeft === 'number') burst.coinsLeft = line.coinsLeft;
      break;
    default:
  }
}

/** Everything that passed was answered, and nothing else happened. */
export const clean = burst => !burst.refused && !burst.lost && !burst.failed && burst.passed > 0;

/** Permits are consumed in order, and the next burst is armed before the one before it is over: numbers tell, not places. */
function reckoner(bursts) {
  const byKey = new Map();
  const seen = { PRESSES: 0, PASSED: 0, ECHO: 0 };
  const holding = number => bursts.find(burst => number <= burst.last) ?? bursts.at(-1);
  return line => {
    if (ofARequest.has(line.kind)) return byKey.get(line.key) ?? holding(seen.PASSED + 1);
    const count = line.kind === 'ECHO' ? echo(line).increment ?? 0 : line.count;
    const burst = holding(seen[line.kind] + Math.min(1, count));
    seen[line.kind] += count;
    if (line.kind === 'PASSED') byKey.set(line.key, burst);
    return burst;
  };
}

/**
 * Stages in order: {type: 'event', line}, {type: 'burst', …} and {type: 'run', bursts} for three bursts or more that went
 * well one after another.
 */
export function stages(lines) {
  const found = [];
  const bursts = [];
  const its = reckoner(bursts);
  for (const line of lines) {
    if (line.kind === 'ARMED') {
      bursts.push(newBurst(line, bursts.length + 1));
      found.push(bursts.at(-1));
    } else if (ofABurst.has(line.kind) && bursts.length) {
      const burst = its(line);
      burst.lines.push(line);
      burst.until = line.at;
      count(burst, line);
    } else {
      found.push({ type: 'event', line });
    }
  }
  return folded(found);
}

function folded(found) {
  const out = [];
  let run = [];
  const end = () => {
    out.push(...(run.length < runFrom ? run : [{ type: 'run', bursts: run }]));
    run = [];
  };
  for (const stage of found) {
    if (stage.type === 'burst' && clean(stage)) run.push(stage);
    else { end(); out.push(stage); }
  }
  end();
  return out;
}
