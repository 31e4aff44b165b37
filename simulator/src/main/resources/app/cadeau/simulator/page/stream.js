/** The webcast socket: heartbeats, entering, acks, duplicates dropped; polling when the socket is refused. */
import { room } from "./api.js";
import { child, exact, fields, text, whole, write } from "./wire.js";

const HEARTBEAT_MS = 10_000;
const KEPT_IDS = 4000;

const listeners = new Map();
const seen = new Set();
let cursor = "0";

/** Calls back with the fields of each inner message of this method, once per message. */
export function on(method, listener) {
  listeners.set(method, listener);
}

export function connect() {
  const query = new URLSearchParams({
    version_code: "270000", aid: "1988", app_name: "tiktok_web", device_platform: "web", live_id: "12",
    identity: "audience", cookie_enabled: "true", ws_direct: "0", sup_ws_ds_opt: "1", update_version_code: "2.0.0",
    did_rule: "3", heartbeat_duration: "0", resp_content_type: "protobuf", history_comment_count: "6",
    client_enter: "1", compress: "gzip", room_id: room, cursor, internal_ext: "",
  });
  const socket = new WebSocket(`ws://${location.host}/webcast/im/ws_proxy/ws_reuse_supplement/?${query}`);
  socket.binaryType = "arraybuffer";
  let beat = 0;
  let sequence = 0n;
  let opened = false;
  socket.onopen = () => {
    opened = true;
    socket.send(frame("im_enter_room", enterRoom()));
    beat = setInterval(() => socket.send(frame("hb", write([1, BigInt(room)], [2, ++sequence]))), HEARTBEAT_MS);
  };
  let inOrder = Promise.resolve();
  socket.onmessage = (event) => {
    inOrder = inOrder.then(() => receive(socket, new Uint8Array(event.data))).catch(() => {});
  };
  socket.onclose = () => {
    clearInterval(beat);
    setTimeout(opened ? connect : poll, 1000);
  };
}

function enterRoom() {
  return write([1, BigInt(room)], [4, 12n], [5, "audience"], [6, cursor], [9, "0"]);
}

function frame(type, payload, logId = 0n) {
  return write([2, logId], [6, "pb"], [7, type], [8, payload]);
}

async function receive(socket, bytes) {
  const push = fields(bytes);
  if (text(push, 7) !== "msg") {
    return;
  }
  const response = fields(await payloadOf(push));
  if (whole(response, 9) === 1) {
    socket.send(frame("ack", response.get(5)?.[0] ?? new Uint8Array(), push.get(2)?.[0] ?? 0n));
  }
  take(response);
}

async function payloadOf(push) {
  const payload = push.get(8)?.[0] ?? new Uint8Array();
  const zipped = (push.get(5) ?? []).map(fields).some((header) => text(header, 1) === "compress_type" && text(header, 2) === "gzip");
  if (!zipped) {
    return payload;
  }
  const unzipped = new Blob([payload]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(unzipped).arrayBuffer());
}

function take(response) {
  cursor = text(response, 2) || cursor;
  for (const bytes of response.get(1) ?? []) {
    const message = fields(bytes);
    const key = room + "_" + exact(message, 3);
    if (seen.has(key)) {
      continue;
    }
    seen.add(key);
    if (seen.size > KEPT_IDS) {
      seen.delete(seen.values().next().value);
    }
    listeners.get(text(message, 1))?.(message.get(2)?.[0] ?? new Uint8Array());
  }
}

async function poll() {
  try {
    const answer = await fetch(`/webcast/im/fetch/?aid=1988&room_id=${room}&cursor=${cursor}&resp_content_type=protobuf`);
    take(fields(new Uint8Array(await answer.arrayBuffer())));
  } finally {
    setTimeout(poll, 1000);
  }
}

/** Who a user message is. */
export function user(message, number) {
  const one = child(message, number);
  return { id: exact(one, 1), name: text(one, 3) };
}
