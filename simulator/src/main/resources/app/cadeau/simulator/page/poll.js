/** The stream without a socket: im/fetch again and again, at the interval that the platform names. */
import { room } from "./api.js";
import { position, take } from "./inbox.js";
import { fields } from "./wire.js";

const AFTER_ERROR_MS = 10_000;

export async function poll() {
  let wait = AFTER_ERROR_MS;
  try {
    const query = new URLSearchParams({
      aid: "1988", room_id: room, cursor: position.cursor, internal_ext: position.internalExt,
      resp_content_type: "protobuf", history_comment_count: "6",
    });
    const answer = await fetch(`/webcast/im/fetch/?${query}`);
    if (answer.ok) {
      take(fields(new Uint8Array(await answer.arrayBuffer())));
      wait = position.fetchInterval;
    }
  } finally {
    setTimeout(poll, wait);
  }
}
