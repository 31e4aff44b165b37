/** Bar, panel and tiles: a click on a tile selects it; its Send is the only thing that sends. */
import { me } from "./api.js";
import { presetShown, whenRulesChange } from "./faults.js";
import { press } from "./sending.js";
import { loginDialog } from "./dialogs.js";
import { coin, make, words } from "./words.js";

const BAR_NAME_LETTERS = 11;

const section = document.querySelector(".c-SectionGifts");
let bar = [];
let panel = [];
let prices = {};
let selected = null;
let open = false;
let row, grid, balanceText;

/** Draws the bar for what the LIVE's gift list offers. */
export function showGifts(barGifts, panelGifts, firstPrices) {
  [bar, panel, prices] = [barGifts, panelGifts, firstPrices];
  const all = [...bar, ...panel];
  all.forEach((gift, index) => (gift.next = all[(index + 1) % all.length].id));
  row = make("div", "c-DivGiftRow");
  const more = make("div", "c-DivMoreGifts", make("span", "", words.more), make("i", "c-IconCaret"));
  more.setAttribute("role", "button");
  more.tabIndex = 0;
  more.onclick = () => (open ? closePanel() : openPanel());
  section.replaceChildren(row, more, ...(me ? [balanceTile()] : []));
  draw();
  whenRulesChange(draw);
}

function balanceTile() {
  balanceText = make("span", "c-SpanBalance", "…");
  return make("div", "c-DivBalance", coin(), balanceText, make("i", "c-IconCaret"));
}

export function showBalance(coins) {
  if (balanceText) {
    balanceText.textContent = String(coins);
  }
}

export function setPrices(newPrices) {
  prices = newPrices;
  if (row) {
    draw();
  }
}

/** All tiles made anew; what was selected stays selected unless told otherwise. */
export function remount() {
  selected = null;
  draw();
}

export function resort() {
  bar.reverse();
  panel.reverse();
  draw();
}

/** The tile's Send, disabled for a while. */
export function disableSend(millis) {
  const button = document.querySelector(".c-ButtonSend");
  if (button) {
    button.disabled = true;
    setTimeout(() => (button.disabled = false), millis);
  }
}

function draw() {
  row.replaceChildren(...bar.map((gift) => tile(gift, true)));
  if (open) {
    grid.replaceChildren(...panel.map((gift) => tile(gift, false)));
  }
}

function openPanel() {
  open = true;
  grid = make("div", "c-DivPanelGrid", ...panel.map((gift) => tile(gift, false)));
  const box = make("div", "c-DivGiftPanel", grid);
  section.append(box);
  section.classList.add("c-DivOpen");
}

function closePanel() {
  open = false;
  section.classList.remove("c-DivOpen");
  section.querySelector(".c-DivGiftPanel").remove();
  if (selected && panel.some((gift) => gift.id === selected)) {
    selected = null;
  }
}

function tile(gift, short) {
  const picture = make("img", "c-ImgGift");
  picture.src = gift.image.url_list[0];
  picture.alt = "";
  const price = make("div", "c-DivPrice", coin(), make("span", "", String(prices[gift.id] ?? gift.diamond_count)));
  const element = make("div", "c-DivTile", picture, nameOf(gift, short), price);
  element.tabIndex = 0;
  element.onclick = () => select(gift, element);
  if (gift.id === selected) {
    dress(gift, element);
  }
  element.bare = () => {
    element.classList.remove("c-DivSelected");
    element.querySelector(".c-ButtonSend")?.remove();
    element.querySelector(".c-SpanPreset")?.remove();
    if (!element.querySelector(".c-DivName")) {
      picture.after(nameOf(gift, short));
    }
  };
  return element;
}

function nameOf(gift, short) {
  const cut = short && gift.name.length > BAR_NAME_LETTERS + 1;
  return make("div", "c-DivName", cut ? gift.name.slice(0, BAR_NAME_LETTERS) + "…" : gift.name);
}

function select(gift, element) {
  if (gift.id === selected) {
    return;
  }
  section.querySelectorAll(".c-DivSelected").forEach((other) => other.bare());
  selected = gift.id;
  dress(gift, element);
}

/** A selected tile hides its name and shows Send. */
function dress(gift, element) {
  element.classList.add("c-DivSelected");
  element.querySelector(".c-DivName")?.remove();
  const send = make("button", "c-ButtonSend", words.send);
  send.onclick = (event) => {
    event.stopPropagation();
    me ? press(gift) : loginDialog();
  };
  element.append(send);
  const preset = presetShown();
  if (preset > 1) {
    element.append(make("span", "c-SpanPreset", "x" + preset));
  }
}
