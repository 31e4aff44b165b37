/** What happens over the video beside gifts: matches, banners, goals, boxes, ranks. Reads the stream like the chat does. */
import { room, state as page } from "./api.js";
import { battleListeners, markTray, mountBattle } from "./battle.js";
import { afterTray } from "./chat.js";
import { draw, hearTime, left, now, onDraw, put, setClock, soon } from "./evening-clock.js";
import { says } from "./stage-words.js";
import { on } from "./stream.js";
import { child, fields, text, whole } from "./wire.js";
import { make } from "./words.js";

const NOTE_MS = 8000;
const player = document.querySelector(".c-SectionPlayer");
const strip = make("div", "c-DivFest");
const chips = make("div", "c-DivChips");
const rank = make("span", "c-SpanChip");
const box = make("span", "c-SpanChip");
let banner = null;
let envelope = null;
let news = null;

const listeners = {
  ...battleListeners,
  WebcastSimulatorStage: (bytes) => hang(JSON.parse(new TextDecoder().decode(bytes))),
  WebcastGoalUpdateMessage: goal,
  WebcastEnvelopeMessage: treasure,
  WebcastRankUpdateMessage: (bytes) => {
    put(rank, says.rank(whole(child(fields(bytes), 2), 2)));
    rank.hidden = false;
  },
  WebcastRankTextMessage: (bytes) => say(fields(bytes), (message) => says.climbed(whole(message, 3), whole(message, 4))),
  WebcastHourlyRankRewardMessage: (bytes) =>
    say(fields(bytes), () => says.hourly(page.LiveRoom.liveRoomUserInfo.user.nickname, 1)),
};

if (page.LiveRoom.liveRoomUserInfo.liveRoom.status === 2) {
  mount();
}

async function mount() {
  mountBattle();
  strip.hidden = rank.hidden = box.hidden = true;
  chips.append(rank, box);
  player.append(strip, chips);
  onDraw(drawStage);
  Object.entries(listeners).forEach(([method, listener]) => on(method, listener));
  // The chat draws the row first.
  on("WebcastGiftMessage", (bytes) => afterTray(() => markTray(bytes)));
  const answer = await fetch(`/page/stage/?room_id=${room}`);
  if (answer.ok) {
    catchUp(await answer.json());
  }
}

/** What was said before this page opened and still matters. */
function catchUp(told) {
  for (const one of told.said) {
    listeners[one.method]?.(Uint8Array.from(atob(one.payload), (letter) => letter.charCodeAt(0)));
  }
  if (told.now > 0) {
    setClock(told.now, told.speed);
  }
  draw();
}

function hang(told) {
  if (told.speed) {
    setClock(told.at, told.speed);
  }
  if (told.banner) {
    banner = { content: told.banner[document.documentElement.lang] ?? told.banner.en, until: told.at + told.lasts };
  }
  draw();
}

function say(message, words) {
  hearTime(message);
  news = { content: words(message), until: soon(NOTE_MS) };
  draw();
}

function goal(bytes) {
  const part = child(child(fields(bytes), 3), 4);
  const picture = make("img", "c-ImgSmall");
  picture.src = `/img/gift/${whole(part, 2)}.svg`;
  const share = Math.min(100, Math.round((100 * whole(part, 3)) / Math.max(1, whole(part, 4))));
  const meter = make("i", "c-IconMeter");
  meter.style.setProperty("--share", share + "%");
  document.querySelector(".c-DivGoal").replaceChildren(make("span", "", says.goal), meter, picture, make("b", "", `${whole(part, 3)}/${whole(part, 4)}`));
}

function treasure(bytes) {
  const message = fields(bytes);
  hearTime(message);
  const info = child(message, 2);
  envelope = { coins: whole(info, 5), opensAt: whole(info, 7) * 1000, who: text(info, 4) };
  draw();
}

function drawStage() {
  const at = now();
  const shown = news && news.until > at ? news.content : banner && banner.until > at ? banner.content : "";
  strip.hidden = !shown;
  strip.classList.toggle("c-DivFestGold", shown !== "" && shown === banner?.content);
  put(strip, shown);
  if (envelope && at > envelope.opensAt + NOTE_MS) {
    envelope = null;
  }
  box.hidden = envelope === null;
  if (envelope) {
    put(box, says.box(envelope.coins, envelope.opensAt > at ? left(envelope.opensAt) : says.open));
  }
  return envelope !== null || Boolean(shown);
}
