/** The page's own calls, by the platform's paths. */
import { recipientId } from "./recipients.js";

export const state = JSON.parse(document.getElementById("SIGI_STATE").textContent);
export const orders = JSON.parse(document.getElementById("page-orders").textContent);
export const room = state.CurrentRoom.roomId;
export const host = state.LiveRoom.liveRoomUserInfo.user;
export const me = state.AppContext.appContext.user ?? orders.me ?? null;

const COMMON = "aid=1988&app_name=tiktok_web&device_platform=web_pc&webcast_language=" + document.documentElement.lang;

/** Stands where the platform's signature of a request stands; it proves nothing. */
function signature() {
  return "X-Bogus=DFSz" + Math.random().toString(36).slice(2, 14) + "&X-Gnarly=M" + Math.random().toString(36).slice(2, 10);
}

const slow = new Promise((resolve) => setTimeout(resolve, orders.slowMillis));

async function json(path, options) {
  await slow;
  const answer = await fetch(path, { credentials: "same-origin", ...options });
  return answer.json();
}

function form(fields) {
  return {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  };
}

export const account = () => json("/passport/web/account/info/?" + COMMON);
export const enter = () => json("/webcast/room/enter/?" + COMMON, form({ room_id: room, enter_source: "others-others" }));
/** The page's script signs it; an unsigned call is refused. */
export const giftList = () => json(`/webcast/gift/list/?${COMMON}&room_id=${room}&${signature()}`);
/** What the page kept of its last visit. */
export const keptGifts = () => json("/page/gifts/");
export const wallet = () => json("/webcast/wallet_api/fs/diamond_buy/permission_v2?aid=1988");
export const say = (content) => json("/webcast/room/chat/?" + COMMON, form({ room_id: room, content }));
export const logout = () => json("/passport/web/logout/", form({}));

/** What a gift/send request carries. */
export function giftFields(gift, count, pressedAt) {
  return {
    room_id: room,
    gift_id: String(gift.id),
    count: String(count),
    to_user_id: recipientId(),
    send_type: "1",
    send_scene: "1",
    enter_from: "live_detail_",
    send_gift_req_start_ms: String(pressedAt),
    is_subscription: "false",
    is_opted_in_host: "false",
  };
}

/** Posts it; a network failure or a body that is no JSON rejects. */
export async function postGift(fields) {
  const answer = await fetch(`/webcast/gift/send/?${COMMON}&${signature()}`, form(fields));
  return { http: answer.status, ...(await answer.json()) };
}
