/** Puts the page together: what is on air, who we are, what can be sent, what comes in. */
import * as api from "./api.js";
import * as chat from "./chat.js";
import * as dialogs from "./dialogs.js";
import { setRules, strikes } from "./faults.js";
import * as gifts from "./gifts.js";
import { mountFrame, notice, setViewers } from "./frame.js";
import * as news from "./news.js";
import { mountRecipients, setGuests } from "./recipients.js";
import { setHooks, setMerge } from "./sending.js";
import * as stream from "./stream.js";
import { stumble } from "./stumble.js";
import { fields, whole } from "./wire.js";
import { setVariations } from "./vary.js";
import { words } from "./words.js";

const onAir = api.state.LiveRoom.liveRoomUserInfo.liveRoom.status === 2;
const skin = await import(`./skin-${api.orders.skin}.js`);
const ofLoad = strikes("load");
let newest = 0;

mountFrame(onAir);
skin.frame?.(onAir);
if (onAir) {
  start();
}

async function start() {
  chat.listen(skin);
  stream.on("WebcastControlMessage", (bytes) => control(whole(fields(bytes), 2)));
  stream.on("WebcastRoomUserSeqMessage", (bytes) => setViewers(whole(fields(bytes), 3)));
  stream.on("WebcastSimulatorMessage", (bytes) => obey(JSON.parse(new TextDecoder().decode(bytes))));
  news.listen({ reread });
  mountRecipients();
  stream.connect();
  chat.system(words.adult);
  setHooks({ after, answered, failed: () => dialogs.toast(words.failed), confirm: dialogs.adultDialog });
  if (api.orders.paused) {
    notice(words.paused);
  }
  api.account();
  readWallet();
  const [entered, told] = await Promise.all([api.enter(), api.giftList()]);
  if (entered.status_code === 10011) {
    notice(entered.data.prompts);
    return;
  }
  const list = told.status_code === 403 ? await api.keptGifts() : told;
  await barAllowed();
  if (list.status_code === 0) {
    gifts.showGifts(skin.mount, list.data, api.orders.prices, ofLoad);
    readWallet();
    if (list.data.risk_ctl?.disable_send_gift) {
      dialogs.toast(list.data.risk_ctl.error_msg);
    }
  }
}

/** The gifts on offer have changed. */
async function reread() {
  const list = await api.giftList();
  if (list.status_code === 0) {
    gifts.offer(list.data, api.orders.prices);
    readWallet();
  }
}

/** Nothing to send with before the viewer's age is told, or while the bar is late; 0 is never. */
async function barAllowed() {
  if (ofLoad.has("age-gate")) {
    await new Promise((resolve) => dialogs.ageGate(resolve));
  }
  const late = ofLoad.get("bar-late");
  if (late) {
    await new Promise((resolve) => late.amount > 0 && setTimeout(resolve, late.amount));
  }
}

async function readWallet() {
  const startedAt = Date.now();
  const answer = await api.wallet();
  if (answer.status_code === 0 && startedAt >= newest) {
    newest = startedAt;
    gifts.showBalance(answer.data.coins);
  }
}

function obey(orders) {
  setRules(orders.rules);
  setMerge(orders.mergeMillis);
  setVariations(orders.variations);
  gifts.setPrices(orders.prices);
  setGuests(orders.guests);
}

function control(action) {
  if (action === 1) {
    notice(words.paused);
  } else if (action === 2) {
    notice(null);
  } else if (action === 3 || action === 4) {
    notice(words.ended);
    gifts.close();
  }
}

/** What the page does by itself after a press. */
function after(rules) {
  if (rules.has("tiles-remounted")) {
    gifts.remount();
  }
  if (rules.has("tiles-resorted")) {
    gifts.resort();
  }
  if (rules.has("send-covered")) {
    dialogs.cover(rules.get("send-covered").amount);
  }
  if (rules.has("send-disabled")) {
    gifts.disableSend(rules.get("send-disabled").amount);
  }
  if (rules.has("challenge")) {
    dialogs.challenge();
  }
  stumble(rules);
}

/** Answers come out of order: the badge follows the request that began last. */
function answered(answer, startedAt) {
  const data = answer.data ?? {};
  if (answer.status_code === 0) {
    if (startedAt >= newest) {
      newest = startedAt;
      gifts.showBalance(data.left_diamonds);
    }
    if (data.calm_down_info?.popup) {
      dialogs.calmDialog();
    }
  } else if (answer.status_code === 40001) {
    dialogs.rechargeDialog();
  } else if (answer.status_code === 20003) {
    location.reload();
  } else {
    dialogs.toast(data.prompts || data.message || words.failed);
  }
}
