/** Chat rows and the gift tray, drawn a few times a second at most: a busy LIVE must not cost a core. */
import { me } from "./api.js";
import { child, exact, fields, text, whole } from "./wire.js";
import { on, user } from "./stream.js";
import { userCard } from "./dialogs.js";
import { coin, make, words } from "./words.js";

const KEPT_ROWS = 60;
const DRAW_MS = 300;
const TRAY_MS = 4500;
const TRAY_ROWS = 3;

const list = document.querySelector(".c-DivChatList");
const tray = document.querySelector(".c-DivTray");
let waiting = [];
let untold = [];
let drawing = false;
const trayRows = new Map();
const trayNews = new Map();
let newTrayRow;
/** data-e2e of a row, and of the name in it. */
let marks = { chat: ["chat-message", "message-owner-name"], joined: ["social-message", "message-owner-name"], gift: ["", "message-owner-name"] };

function add(row) {
  waiting.push(row);
  if (waiting.length > KEPT_ROWS) {
    waiting.shift();
  }
  drawSoon();
}

/** Calls back when the tray has been drawn the next time. */
export function afterTray(work) {
  untold.push(work);
  drawSoon();
}

function drawSoon() {
  if (!drawing) {
    drawing = true;
    setTimeout(draw, DRAW_MS);
  }
}

function draw() {
  drawing = false;
  drawTray();
  const works = untold;
  untold = [];
  works.forEach((work) => work());
  drawChat();
}

function drawChat() {
  const below = list.scrollHeight - list.scrollTop - list.clientHeight;
  list.append(...waiting);
  waiting = [];
  while (list.childElementCount > KEPT_ROWS) {
    list.firstElementChild.remove();
  }
  if (below < 120) {
    list.scrollTop = list.scrollHeight;
  }
}

function hue(id) {
  return Number(BigInt(id) % 360n);
}

export function avatar(one) {
  const face = make("i", "c-IconFace", [...one.name][0] ?? "?");
  face.style.setProperty("--hue", hue(one.id));
  return face;
}

function row(kind, one, className, ...content) {
  const name = make("span", "c-SpanName", one.name);
  const line = make("div", "c-DivChatRow " + className, avatar(one), make("div", "c-DivChatText", name, " ", ...content));
  [line, name].forEach((element, index) => marks[kind][index] && (element.dataset.e2e = marks[kind][index]));
  line.onclick = () => userCard(one.name);
  return line;
}

export function system(words) {
  add(make("div", "c-DivChatRow c-DivSystem", words));
}

/** A skin may draw rows of the tray its own way, trayRow(who, told) gives {element, number}, and mark rows otherwise. */
export function listen(skin) {
  newTrayRow = skin.trayRow ?? trayRow;
  marks = { ...marks, ...skin.marks };
  on("WebcastChatMessage", (bytes) => {
    const message = fields(bytes);
    const line = row("chat", user(message, 2), "", make("span", "", text(message, 3)));
    add(line);
  });
  on("WebcastMemberMessage", (bytes) => {
    const line = row("joined", user(fields(bytes), 2), "c-DivJoined", words.joined);
    add(line);
  });
  on("WebcastGiftMessage", (bytes) => gift(fields(bytes)));
}

function gift(message) {
  const who = user(message, 7);
  const what = child(message, 15);
  const told = {
    key: who.id + "_" + exact(message, 2) + "_" + exact(message, 11),
    name: text(what, 16),
    picture: text(child(what, 1), 1),
    coins: whole(what, 12),
    count: whole(message, 5),
    combo: whole(what, 10) === 1,
    end: whole(message, 9) === 1,
  };
  tellTray(who, told);
  if (told.end || !told.combo) {
    const picture = make("img", "c-ImgSmall");
    picture.src = told.picture;
    const line = row("gift", who, "c-DivGiftRowChat", `${words.sent} ${told.name} × ${told.count} `, picture);
    if (me && who.id === me.uid) {
      line.classList.add("c-DivMine");
    }
    add(line);
  }
}

function tellTray(who, told) {
  const before = trayNews.get(told.key);
  trayNews.delete(told.key);
  const count = Math.max(told.count, before?.told.count ?? 0);
  trayNews.set(told.key, { who, told: { ...told, count, end: told.end && (before?.told.end ?? true) } });
  drawSoon();
}

/** What is on the tray goes up in place; of what is new only as much as there are rows. */
function drawTray() {
  const news = [...trayNews.values()];
  trayNews.clear();
  const added = news.filter(({ told }) => !trayRows.has(told.key) && !told.end).slice(-TRAY_ROWS);
  news.filter(({ told }) => trayRows.has(told.key)).forEach(({ who, told }) => showInTray(who, told));
  added.forEach(({ who, told }) => showInTray(who, told));
}

/** "sent Rose × 4": one row a streak, its count goes up in place. */
function showInTray(who, told) {
  let shown = trayRows.get(told.key);
  if (!shown) {
    shown = { count: 0, timer: 0, ...newTrayRow(who, told) };
    trayRows.set(told.key, shown);
    tray.append(shown.element);
    trimTray();
  }
  if (told.count > shown.count || !shown.count) {
    shown.count = told.count;
    shown.number.textContent = (shown.times ?? "× ") + told.count;
  }
  clearTimeout(shown.timer);
  shown.timer = setTimeout(() => leaveTray(told.key), TRAY_MS);
}

function trayRow(who, told) {
  const picture = make("img", "c-ImgTray");
  picture.src = told.picture;
  const number = make("b", "c-BTrayCount");
  const label = make("div", "", make("div", "c-DivTrayName", who.name), make("div", "c-DivTrayGift", `${words.sent} ${told.name}`));
  const big = told.coins >= 100 ? " c-DivBanner" : "";
  const price = told.coins >= 100 ? make("span", "c-SpanTrayPrice", coin(), String(told.coins)) : null;
  return { element: make("div", "c-DivTrayRow" + big, avatar(who), label, picture, number, price), number };
}

function trimTray() {
  while (trayRows.size > TRAY_ROWS) {
    leaveTray(trayRows.keys().next().value);
  }
}

function leaveTray(key) {
  const shown = trayRows.get(key);
  if (shown) {
    clearTimeout(shown.timer);
    shown.element.remove();
    trayRows.delete(key);
  }
}
