// Presses by a real mouse event, for pages that ignore scripted ones: the loop asks for it, DevTools sends it, and the
// same guard stands in front of the page's own handlers. Only a press that was asked for, and passes, reaches the page.

/** `armed` while one press is asked for; `passing` from its pointerdown to its click, as long as the guard held. */
const mouse = { armed: false, passing: false, pick: null, listening: new Set() };

const SEQUENCE = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];

/** Where Send's centre is, after the guard passed; arms one press. Else {halted}. */
function aim() {
  const refusal = latch.stopped ? { kind: 'STOPPED', seen: 'told to stop' } : guard();
  if (refusal) return { halted: refusal };
  mouse.armed = true;
  mouse.passing = false;
  return centreOf(chosen.send);
}

/** First at the window, and at that of Send's own frame, so that a refused event meets no handler that came after us. */
function listenForMouse(view = window) {
  if (mouse.listening.has(view)) return;
  mouse.listening.add(view);
  for (const type of SEQUENCE) view.addEventListener(type, meetMouse, { capture: true });
}

function meetMouse(event) {
  const target = event.composedPath()[0];
  if (event.isTrusted && mouse.pick) return meetPick(event, target);
  if (!event.isTrusted || !lies(target, chosen.send ?? target)) return;
  if (event.type === 'pointerdown') mouse.passing = mouse.armed && mouseMayPress();
  else if (event.type === 'click') mouse.passing = mouse.passing && mouseMayPress();
  if (!mouse.passing) return refuse(event);
  if (event.type === 'click') mousePressed();
}

function mouseMayPress() {
  const now = pace.burst;
  const refusal = latch.stopped ? { kind: 'STOPPED', seen: 'told to stop' }
    : now && late(now, 0) ? tooLate(now) : guard();
  if (refusal && now) endBurst(refusal);
  return !refusal;
}

function refuse(event) {
  event.stopImmediatePropagation();
  event.preventDefault();
}

/** The click goes on to the page; the burst counts it and asks for the next when its time has come. */
function mousePressed() {
  mouse.armed = false;
  mouse.passing = false;
  if (!pace.burst) return;
  clearTimeout(pace.timer);
  pressed(pace.burst);
  pace.timer = setTimeout(step, 0);
}

function askForMouse(now) {
  const point = aim();
  if (point.halted) return endBurst(point.halted);
  tell({ type: 'aim', burst: now.number, index: now.made, ...point });
  pace.timer = setTimeout(() => endBurst({ kind: 'NOT_READY', seen: 'no mouse event came for this press' }), 500);
}

const PICK_WAIT_MS = 500;

/** One click on what is no Send: a tile, More, a tab, an arrow. By a real mouse where scripted clicks are not heeded. */
async function touch(el) {
  if (designs.press !== 'trusted') return clickOnce(el);
  listenForMouse(el.ownerDocument.defaultView);
  mouse.armed = false;
  mouse.pick = el;
  tell({ type: 'aim', ...centreOf(el) });
  await until(performance.now() + PICK_WAIT_MS, () => !mouse.pick);
  mouse.pick = null;
}

/** Only what was aimed at is clicked: where something has come between, the event does nothing. */
function meetPick(event, target) {
  const el = mouse.pick;
  const meant = el.isConnected && (lies(target, el) || lies(el, target));
  if (!meant || isSend(controlOf(target, document.body))) refuse(event);
  if (event.type === 'click') mouse.pick = null;
}
