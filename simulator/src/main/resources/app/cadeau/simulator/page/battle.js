/** The match over the video: scores and clock in a bar, what multiplies, what a challenge asks, who won. */
import { state as page } from "./api.js";
import { draw, hearTime, left, now, onDraw, put, soon } from "./evening-clock.js";
import { says } from "./stage-words.js";
import { child, exact, fields, text, whole } from "./wire.js";
import { make } from "./words.js";

const SHOWN_MS = 6000;
const host = page.LiveRoom.liveRoomUserInfo.user;
const player = document.querySelector(".c-SectionPlayer");
const bar = make("div", "c-DivBattle");
const line = make("div", "c-DivMatchLine");
const rival = make("div", "c-DivRival");
const parts = {};
let match = null;

export const battleListeners = {
  WebcastLinkMicBattle: battle,
  WebcastLinkMicArmies: armies,
  WebcastLinkmicBattleTaskMessage: task,
  WebcastLinkMicBattleItemCard: card,
  WebcastLinkMicBattlePunishFinish: over,
};

/** Puts the bar together once; it is shown while a match is on. */
export function mountBattle() {
  parts.ours = make("b", "c-BScore", "0");
  parts.theirs = make("b", "c-BScore", "0");
  parts.clock = make("span", "c-SpanClock", "0:00");
  parts.share = make("i", "c-IconShare");
  parts.boost = make("span", "c-SpanBoost");
  bar.append(parts.share, parts.ours, parts.clock, parts.theirs);
  bar.hidden = line.hidden = rival.hidden = true;
  parts.text = make("span", "c-SpanMatchText");
  line.append(parts.boost, parts.text);
  player.querySelector(".c-DivStage").after(rival);
  player.append(bar, line);
  onDraw(drawMatch);
}

function battle(bytes) {
  const message = fields(bytes);
  hearTime(message);
  const setting = child(message, 3);
  const status = whole(setting, 5);
  if (status === 4) {
    over();
    return;
  }
  if (!match || match.id !== exact(message, 2)) {
    match = { id: exact(message, 2), scores: new Map(), updatedAt: 0, notes: [], windows: [], task: null, mistUntil: 0 };
  }
  match.endsAt = whole(setting, 2) + (whole(setting, 3) - 1 + whole(setting, 9)) * 1000;
  match.finished = status === 3;
  sides(message);
  if (match.finished) {
    const won = entries(message, 5).find(([id]) => id === host.id)?.[1];
    match.outcome = won ? [says.won, says.lost, says.draw][whole(won, 2)] : "";
  }
  draw();
}

const entries = (message, number) => (message.get(number) ?? []).map(fields).map((entry) => [exact(entry, 1), child(entry, 2)]);

/** Our side is this LIVE's host and their team; without teams everybody else is against us. */
function sides(message) {
  const team = (message.get(14) ?? []).map(fields).map((one) => (one.get(2) ?? []).map(String)).find((ids) => ids.includes(host.id));
  match.ours = new Set(team ?? [host.id]);
  const other = entries(message, 10).map(([id, value]) => [id, child(value, 1)]).filter(([id]) => !match.ours.has(id));
  match.rivals = other.map(([, user]) => text(user, 2)).join(" & ");
  const face = make("i", "c-IconRival", [...match.rivals][0] ?? "?");
  rival.replaceChildren(face, make("span", "", match.rivals));
}

function armies(bytes) {
  const message = fields(bytes);
  hearTime(message);
  if (!match || exact(message, 2) !== match.id || whole(message, 6) < match.updatedAt) {
    return;
  }
  match.updatedAt = whole(message, 6);
  for (const [id, army] of entries(message, 3)) {
    match.scores.set(id, whole(army, 2));
  }
  draw();
}

function task(bytes) {
  const message = fields(bytes);
  hearTime(message);
  if (!match) {
    return;
  }
  const kind = whole(message, 2);
  if (kind === 0) {
    startTask(child(child(message, 3), 1));
  } else if (kind === 1 && match.task) {
    match.task.done = whole(child(message, 4), 1);
  } else if (kind === 2 && match.task) {
    const reached = whole(child(message, 5), 1) !== 1;
    match.task.reached = reached;
    match.task.settled = true;
    note(reached ? says.reached : says.missed);
  } else if (kind === 3) {
    note(says.total(new TextDecoder().decode(pieceValue(child(child(message, 6), 1)))));
    match.task = null;
  }
  draw();
}

const pieceValue = (prompt) => child(prompt, 2).get(2)?.[0] ?? new Uint8Array();

/** Times are seconds left on the match clock. */
function startTask(config) {
  const asked = child(config, 3);
  const reward = child(config, 4);
  const moment = (secondsLeft) => match.endsAt - secondsLeft * 1000;
  match.task = {
    startsAt: moment(whole(asked, 1)), endsAt: moment(whole(asked, 1) - whole(asked, 2)), target: whole(asked, 23), done: 0,
    rewardAt: moment(whole(reward, 1)), rewardEnds: moment(whole(reward, 1) - whole(reward, 2)), times: whole(reward, 3),
  };
}

function card(bytes) {
  const message = fields(bytes);
  hearTime(message);
  if (!match) {
    return;
  }
  const kind = whole(message, 3);
  const used = child(child(message, kind + 3), 1);
  const who = text(child(child(used, 4), 1), 2);
  const from = whole(used, 11) * 1000;
  const until = from + whole(used, 5) * 1000;
  if (kind === 2) {
    match.windows.push({ label: says.glove(who, whole(used, 8)), from, until });
  } else if (kind === 3) {
    match.mistUntil = until;
    note(says.mist(who));
  } else if (kind === 5) {
    match.endsAt += whole(used, 5) * 1000;
    note(says.time(who, whole(used, 5)));
  } else if (kind === 6) {
    note(says.hammer(who));
  } else if (kind === 10 || kind === 11) {
    match.windows.push({ label: says.booster(kind - 8, whole(used, 8)), from, until });
  }
  draw();
}

function note(content) {
  match.notes.push({ content, until: soon(SHOWN_MS) });
}

function over() {
  match = null;
  draw();
}

function drawMatch() {
  bar.hidden = rival.hidden = match === null;
  player.classList.toggle("c-SectionInMatch", match !== null);
  if (!match) {
    line.hidden = true;
    return false;
  }
  drawScores();
  const [boost, content] = words();
  line.hidden = !content && !boost;
  put(parts.boost, boost);
  parts.boost.hidden = !boost;
  put(parts.text, content);
  return true;
}

function drawScores() {
  let ours = 0;
  let theirs = 0;
  for (const [id, score] of match.scores) {
    match.ours.has(id) ? (ours += score) : (theirs += score);
  }
  const misty = match.mistUntil > now();
  put(parts.ours, misty ? "···" : ours.toLocaleString(document.documentElement.lang));
  put(parts.theirs, misty ? "···" : theirs.toLocaleString(document.documentElement.lang));
  put(parts.clock, match.finished ? match.outcome : left(match.endsAt));
  const share = misty || ours + theirs === 0 ? 50 : Math.min(86, Math.max(14, Math.round((100 * ours) / (ours + theirs))));
  if (match.share !== share) {
    match.share = share;
    parts.share.style.width = share + "%";
  }
}

/** What the line below the bar says: a multiplier that is open, and the newest news. */
function words() {
  const at = now();
  match.notes = match.notes.filter((one) => one.until > at);
  match.windows = match.windows.filter((one) => one.until > at);
  const news = match.notes.at(-1)?.content;
  const open = match.windows.find((one) => one.from <= at);
  const mission = match.task;
  const rewarding = mission?.reached && at >= mission.rewardAt && at < mission.rewardEnds;
  const boost = rewarding ? `${says.reward(mission.times)} · ${left(mission.rewardEnds)}` : open ? left(open.until) : "";
  if (match.finished) {
    return ["", says.lap];
  }
  return [boost, news ?? open?.label ?? missionWords(mission, at) ?? ""];
}

function missionWords(mission, at) {
  if (!mission || at >= mission.rewardEnds) {
    return null;
  }
  if (mission.settled) {
    return mission.reached && at < mission.rewardAt ? says.soon(mission.times) : null;
  }
  return at < mission.startsAt ? says.unlock(mission.times) : `${says.challenge(mission.done, mission.target)} · ${left(mission.endsAt)}`;
}

/** A gift that a multiplier hit says so on its tray row, whatever the row looks like. */
export function markTray(bytes) {
  const gift = fields(bytes);
  const info = child(gift, 33);
  if (whole(info, 3) !== 1 || whole(gift, 9) === 1) {
    return;
  }
  const name = text(child(gift, 7), 3);
  const what = text(child(gift, 15), 16);
  const row = [...player.querySelector(".c-DivTray").children].find((one) => one.textContent.includes(name) && one.textContent.includes(what));
  if (row) {
    const mark = row.querySelector(".c-BStrike") ?? row.appendChild(make("b", "c-BStrike"));
    put(mark, says.points(whole(info, 4)));
  }
}
