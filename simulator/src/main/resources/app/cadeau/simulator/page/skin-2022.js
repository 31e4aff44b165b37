/** May 2022: a carousel of all gifts between two arrows, with a Send in each tile, and the coins before it. */
import { me, state } from "./api.js";
import { avatar } from "./chat.js";
import { control, quantityShown } from "./control.js";
import { toast } from "./dialogs.js";
import { coinsOf, priceOf, shelf, wire } from "./gifts.js";
import { heard } from "./vary.js";
import { coin, make, words } from "./words.js";

let wrap, hidden, left, right, coinNumber;
let at = 0;

export function mount(section) {
  wrap = make("div", "c-DivGiftWrap");
  hidden = make("div", "c-DivGiftWrapHidden", wrap);
  left = arrow("c-DivGiftArrow c-DivArrowLeft", -1);
  right = arrow("c-DivGiftArrow", 1);
  const list = make("div", "c-DivGiftListContainer", make("div", "c-DivGiftWrapper", left, make("div", "c-DivGiftContainer", hidden), right));
  section.replaceChildren(make("div", "c-DivGiftRelatedContainer", ...(me ? [balance()] : []), list));
  addEventListener("resize", () => move(0));
  return { draw, tile, showBalance };
}

function arrow(className, way) {
  const element = make("div", className, make("i", ""));
  element.onclick = (event) => heard(event) && move(way);
  return element;
}

/** One view further, or back; never past an end. */
function move(way) {
  const view = hidden.clientWidth;
  const end = Math.max(0, wrap.scrollWidth - view);
  at = Math.min(end, Math.max(0, at + way * view));
  wrap.style.transform = `translateX(${-at}px)`;
  left.hidden = at === 0;
  right.hidden = at >= end;
}

function balance() {
  coinNumber = make("div", "c-DivCoinNum", "…");
  const get = make("button", "c-ButtonGetCoins", words.getCoins);
  return make("div", "c-DivCoinContainer", words.coinBalance, coin(), coinNumber, get);
}

function showBalance(coins) {
  if (coinNumber) {
    coinNumber.textContent = String(coins);
  }
}

function draw() {
  wrap.replaceChildren(...[...shelf.bar, ...shelf.panel].map((gift) => tile(gift)));
  move(0);
}

function tile(gift) {
  const picture = make("img", "c-StyledBasicImage");
  picture.src = gift.image.url_list[0];
  const price = priceOf(gift) + " " + (coinsOf(gift) === 1 ? words.coin : words.coins);
  const text = make("div", "c-DivGiftDes", make("div", "c-DivGiftName", gift.name), make("div", "c-DivGiftCoins", price));
  const makeSend = (label, isCombo) => make("button", isCombo ? "c-ButtonCombo c-StyledGiftSend" : "c-StyledGiftSend", label);
  const quantity = quantityShown();
  const element = make("div", "c-DivGiftItem", picture, text, control(gift, makeSend), quantity);
  element.dataset.e2e = "gift-item";
  return wire(element, gift, {
    dress: () => element.classList.add("c-DivChosen"),
    bare: () => element.classList.remove("c-DivChosen"),
    send: () => element.querySelector(".c-StyledGiftSend"),
  });
}

/** A row of the tray as it was then. */
export function trayRow(who, told) {
  const number = make("span", "c-SpanBullet");
  const icon = make("img", "c-DivGiftBarIcon");
  icon.src = told.picture;
  const title = make("div", "c-DivTitleGift", who.name);
  const bar = make("div", "c-DivSendGiftBar", avatar(who), make("div", "", title, make("div", "c-DivDescriptionGift", `${words.sentBig} ${told.name}`)), icon);
  return { element: make("div", "c-DivSendGift", bar, make("div", "c-DivSendGiftCount", "x", number)), number, times: "" };
}

export const marks = { joined: ["enter-message", "enter-viewer-name"], gift: ["social-message", "message-owner-name"] };

/** What stood around the player: its controls, the top viewers with a "Send Gifts" of their own, a row for who comes. */
export function frame(onAir) {
  document.querySelector(".c-DivTray").classList.add("c-StyledGiftTray");
  delete document.querySelector(".c-DivComposer").dataset.e2e;
  if (!onAir) {
    return;
  }
  const marked = (element, name) => {
    element.dataset.e2e = name;
    return element;
  };
  const icon = (name) => marked(make("i", "c-IconControl", ""), name);
  const more = marked(make("button", "c-ButtonActions", "⋯"), "more-action-button");
  more.onclick = () => toast(words.report);
  const chat = marked(make("button", "c-ButtonActions", "☰"), "open-chat-button");
  const controls = marked(make("div", "c-DivControls", icon("play-icon"), icon("volume-icon"), make("span", ""), chat, more, icon("fullscreen-icon")), "control-bar-id");
  const send = marked(make("button", "c-ButtonTopSend", words.sendGifts), "top-viewers-send");
  const tip = marked(make("span", "c-SpanTip", words.sendGiftsTip), "top-viewers-send-tip");
  send.onclick = () => tip.classList.toggle("c-SpanTipOpen");
  const host = state.LiveRoom.liveRoomUserInfo.user;
  const viewer = marked(make("div", "c-DivTopViewer", make("b", "", words.topViewers), avatar({ name: host.nickname, id: host.id })), "top-viewer");
  document.querySelector(".c-SectionPlayer").append(marked(make("div", "c-DivViewerBar", viewer, send, tip), "viewer-bar"), controls);
}
