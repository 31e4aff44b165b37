/** The webcast socket: heartbeats, entering, acks; polling when the socket is refused or given up. */
import { room } from "./api.js";
import { position, take } from "./inbox.js";
import { poll } from "./poll.js";
import { unzip } from "./unzip.js";
import { fields, text, whole, write } from "./wire.js";

export { on, user } from "./inbox.js";

const LEAST_HEARTBEAT_MS = 10_000;
const AGAIN_MS = 1000;

export function connect() {
  const socket = new WebSocket(`ws://${location.host}/webcast/im/ws_proxy/ws_reuse_supplement/?${query()}`);
  socket.binaryType = "arraybuffer";
  const line = { socket, opened: false, givenUp: false, beats: 0, answered: 0, timer: 0 };
  socket.onopen = () => {
    line.opened = true;
    socket.send(frame("im_enter_room", enterRoom()));
    line.timer = setInterval(() => beat(line), Math.max(LEAST_HEARTBEAT_MS, position.heartbeat));
  };
  socket.onmessage = (event) => receive(line, new Uint8Array(event.data));
  socket.onclose = () => {
    clearInterval(line.timer);
    setTimeout(line.opened && !line.givenUp ? connect : poll, AGAIN_MS);
  };
}

function query() {
  return new URLSearchParams({
    version_code: "270000", aid: "1988", app_name: "tiktok_web", device_platform: "web", live_id: "12",
    identity: "audience", cookie_enabled: "true", ws_direct: "0", sup_ws_ds_opt: "1", update_version_code: "2.0.0",
    did_rule: "3", heartbeat_duration: "0", resp_content_type: "protobuf", history_comment_count: "6",
    client_enter: "1", compress: "gzip", room_id: room, cursor: position.cursor, internal_ext: position.internalExt,
    ...Object.fromEntries(position.routeParams),
  });
}

/** A heartbeat that got no answer before the next is due closes the socket. */
function beat(line) {
  if (line.beats > line.answered) {
    line.socket.close(1000, "payload_handler_hb");
    return;
  }
  line.beats++;
  line.socket.send(frame("hb", write([1, BigInt(room)], [2, BigInt(line.beats)])));
}

function enterRoom() {
  return write([1, BigInt(room)], [4, 12n], [5, "audience"], [6, position.cursor], [9, "0"]);
}

function frame(type, payload, logId = 0n) {
  return write([2, logId], [6, "pb"], [7, type], [8, payload]);
}

function receive(line, bytes) {
  const push = fields(bytes);
  const headers = new Map((push.get(5) ?? []).map(fields).map((one) => [text(one, 1), text(one, 2)]));
  switch (text(push, 7)) {
    case "hb":
      line.answered = line.beats;
      break;
    case "close":
      line.givenUp = headers.has("disable_web_direct");
      line.socket.close(1000, headers.get("close_reason"));
      break;
    case "msg": {
      const response = fields(unpacked(push, headers));
      if (whole(response, 9) === 1) {
        line.socket.send(frame("ack", response.get(5)?.[0] ?? new Uint8Array(), push.get(2)?.[0] ?? 0n));
      }
      take(response, headers.get("im_cursor"));
      break;
    }
  }
}

function unpacked(push, headers) {
  const payload = push.get(8)?.[0] ?? new Uint8Array();
  return headers.get("compress_type") === "gzip" ? unzip(payload) : payload;
}
