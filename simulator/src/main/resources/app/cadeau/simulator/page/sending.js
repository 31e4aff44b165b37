/** From a press on Send to the answer: one request a press, or presses merged within a window. */
import { giftFields, host, orders, postGift, room } from "./api.js";
import { pressed } from "./faults.js";
import { wrongId } from "./recipients.js";

const merging = new Map();
let hooks = {};
let mergeMillis = orders.mergeMillis;

/** hooks: after(rules), answered(answer, startedAt), failed(), confirm(goOn). */
export function setHooks(newHooks) {
  hooks = newHooks;
}

export function setMerge(millis) {
  mergeMillis = orders.mergeFixed ? mergeMillis : millis;
}

/** One press on a gift's Send, which asks for so many. */
export function press(gift, chosen) {
  const rules = pressed();
  if (rules.has("press-ignored")) {
    return;
  }
  const preset = rules.get("preset-shown") ?? rules.get("preset-hidden");
  const count = preset ? preset.amount : chosen;
  rules.has("adult-asked") ? hooks.confirm(() => go(gift, count, rules)) : go(gift, count, rules);
}

function go(gift, count, rules) {
  const at = Date.now();
  if (mergeMillis > 0) {
    merge(gift, count, at, rules);
  } else {
    ask(gift, count, at, rules);
  }
  hooks.after(rules);
}

function merge(gift, count, at, rules) {
  const open = merging.get(gift.id);
  if (open) {
    open.count += count;
    rules.forEach((rule, name) => open.rules.set(name, rule));
    return;
  }
  const one = { count, rules };
  merging.set(gift.id, one);
  setTimeout(() => {
    merging.delete(gift.id);
    ask(gift, one.count, at, one.rules);
  }, mergeMillis);
}

function ask(gift, count, at, rules) {
  const fields = giftFields(gift, count, at);
  if (rules.has("wrong-gift")) {
    fields.gift_id = String(gift.next.id);
  }
  if (rules.has("wrong-recipient")) {
    fields.to_user_id = wrongId();
  }
  if (rules.has("wrong-room")) {
    fields.room_id = String(BigInt(room) + 1n);
  }
  post(fields, at, rules.get("page-retries"));
  if (rules.has("page-sends-twice")) {
    post(fields, at, null);
  }
  stray({ ...fields, count: "1" }, rules);
}

async function post(fields, at, retry) {
  let repeated = !retry;
  const again = () => {
    if (!repeated) {
      repeated = true;
      post(fields, at, null);
    }
  };
  const patience = retry ? setTimeout(again, retry.amount) : 0;
  try {
    const answer = await postGift(fields);
    clearTimeout(patience);
    hooks.answered(answer, at);
    if (answer.http >= 500) {
      again();
    }
  } catch {
    clearTimeout(patience);
    hooks.failed();
    again();
  }
}

/** Requests that do not come from the page's own thread. */
function stray(fields, rules) {
  const body = new URLSearchParams(fields).toString();
  const version = import.meta.url.replace(/[^/]*$/, "");
  if (rules.has("worker-sends")) {
    new Worker(version + "sender-worker.js").postMessage(body);
  }
  if (rules.has("shared-worker-sends")) {
    const worker = new SharedWorker(version + "sender-shared.js");
    worker.port.postMessage(body);
  }
  if (rules.has("popup-sends")) {
    window.open("/pop/sender?" + body, "_blank", "width=200,height=120");
  }
  if (rules.has("beacon-at-close")) {
    addEventListener("pagehide", () => {
      navigator.sendBeacon("/webcast/gift/send/?aid=1988&X-Bogus=stray", new Blob([body], { type: "application/x-www-form-urlencoded" }));
    }, { once: true });
  }
}
