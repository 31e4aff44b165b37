/** The evening's clock: it runs as fast as the evening does. What reads it is drawn four times a second at most. */
import { child, whole } from "./wire.js";

const DRAW_MS = 250;
const READ_MS = 1500;

let base = Date.now();
let at = performance.now();
let speed = 1;
let drawing = 0;
const drawers = [];

export const now = () => base + (performance.now() - at) * speed;

/** A moment so much later, and far enough that a person can read what is shown until then at any speed. */
export const soon = (millis) => now() + Math.max(millis, READ_MS * speed);

export function setClock(millis, faster) {
  base = millis;
  at = performance.now();
  speed = faster;
}

/** Every message of an evening tells the time. */
export function hearTime(message) {
  const told = whole(child(message, 1), 4);
  if (told > 0) {
    setClock(told, speed);
  }
}

/** Calls back while anything has to be drawn: the callback says whether it will have to again. */
export function onDraw(drawer) {
  drawers.push(drawer);
}

export function draw() {
  if (!drawing) {
    drawing = setTimeout(turn, DRAW_MS);
  }
}

function turn() {
  drawing = 0;
  if (drawers.map((drawer) => drawer()).some(Boolean)) {
    draw();
  }
}

/** m:ss of what is left until a moment of the evening. */
export function left(until) {
  const seconds = Math.max(0, Math.ceil((until - now()) / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** Writes only what differs. */
export function put(element, content) {
  if (element.textContent !== content) {
    element.textContent = content;
  }
}
