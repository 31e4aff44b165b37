// Pages that put a tile down after each gift: the same tile, told by the same picture or name and the same price, is
// picked up again between two presses. It is no new selection: nothing was searched for, and the guard stands as before.

const PICK_WITHIN_MS = 250;

/** True when the tile is whole and in place, and all that is wrong is that our own press put it down. */
function putDown(refusal) {
  if (chosen.presses === 0 || !refusal || !/MOVED|NOT_READY/.test(refusal.kind)) return false;
  const { send, mark } = chosen;
  const gone = mark ? !marked(mark) : !send.isConnected || !visible(send);
  return gone && withinOneLook(() => guardPage() ?? guardTile()) === null;
}

/** Clicks the tile, waits for its Send, and goes on with the burst. */
async function pickUp(now) {
  chosen.deselects = true;
  const began = performance.now();
  const { tile, gift } = chosen;
  const old = chosen.proof ? before(tile) : { inCell: new Set([tile.cell, ...every(tile.cell, '*')]) };
  clickOnce(targetOf(tile));
  const found = await soon(began + PICK_WITHIN_MS, () => pace.burst !== now || tile.el.isConnected && sendAgain(tile, gift, old));
  if (pace.burst !== now) return;
  if (!found) return endBurst({ kind: 'MOVED', seen: `the tile of ${gift.name} was put down and shows no Send` });
  pace.pickMs = Math.min(120, performance.now() - began + 4);
  step();
}

function sendAgain(tile, gift, old) {
  const send = chosen.proof ? sendBeside(tile, gift, old) : sendOf(tile.cell, old.inCell);
  if (!send || letters(send.el) !== chosen.sendWord) return false;
  Object.assign(chosen, { send: send.el, proof: send.proof ?? null });
  return guard() === null;
}

async function soon(deadline, ask) {
  for (;;) {
    const answer = ask();
    if (answer || performance.now() >= deadline) return answer;
    await pause(4);
  }
}
