/** What comes in by socket or by polling: duplicates dropped, where we stand remembered, listeners called. */
import { room } from "./api.js";
import { child, exact, fields, text, whole } from "./wire.js";

const KEPT_IDS = 4000;

const listeners = new Map();
const seen = new Set();

/** Where we stand in the stream; what the next connection has to tell the platform. */
export const position = { cursor: "0", internalExt: "", routeParams: new Map(), fetchInterval: 1000, heartbeat: 0 };

/** Calls back with the bytes of each inner message of this method, once per message; listeners in their order. */
export function on(method, listener) {
  const before = listeners.get(method);
  listeners.set(method, before ? (bytes) => (before(bytes), listener(bytes)) : listener);
}

/** Who a user message is. */
export function user(message, number) {
  const one = child(message, number);
  return { id: one.has(1) ? exact(one, 1) : text(one, 1028), name: text(one, 3) };
}

/** Takes a Response in; the cursor of the frame's header wins over the body's. */
export function take(response, headerCursor) {
  position.cursor = headerCursor || text(response, 2) || position.cursor;
  position.internalExt = text(response, 5) || position.internalExt;
  position.fetchInterval = whole(response, 3) || position.fetchInterval;
  position.heartbeat = whole(response, 8) || position.heartbeat;
  for (const pair of (response.get(7) ?? []).map(fields)) {
    position.routeParams.set(text(pair, 1), text(pair, 2));
  }
  (response.get(1) ?? []).map(fields).forEach(deliver);
}

function deliver(message) {
  const key = room + "_" + exact(message, 3);
  if (seen.has(key)) {
    return;
  }
  seen.add(key);
  if (seen.size > KEPT_IDS) {
    seen.delete(seen.values().next().value);
  }
  const method = text(message, 1);
  const past = whole(message, 6) === 1;
  if (past && method === "WebcastGiftMessage") {
    return;
  }
  listeners.get(method)?.(message.get(2)?.[0] ?? new Uint8Array());
}
