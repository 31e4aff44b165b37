/** December 2025: a bar of four, More with a panel of three columns, the balance; a selected tile hides its name. */
import { me } from "./api.js";
import { control, quantityShown } from "./control.js";
import { deselect, priceOf, shelf, shortName, wire } from "./gifts.js";
import { heard, varies } from "./vary.js";
import { coin, make, words } from "./words.js";

let section, row, grid, balanceText;

export function mount(where) {
  section = where;
  row = make("div", "c-DivGiftRow");
  const more = make("div", "c-DivMoreGifts", make("span", "", words.more), make("i", "c-IconCaret"));
  more.setAttribute("role", "button");
  more.tabIndex = 0;
  more.onclick = (event) => heard(event) && (grid ? closePanel() : openPanel());
  balanceText = make("span", "c-SpanBalance", "…");
  section.replaceChildren(row, more, ...(me ? [make("div", "c-DivBalance", coin(), balanceText, make("i", "c-IconCaret"))] : []));
  return { draw, tile, showBalance };
}

/** An empty wallet is told by a word. */
function showBalance(coins) {
  balanceText.textContent = coins === 0 ? words.recharge : String(coins);
}

function draw() {
  row.replaceChildren(...shelf.bar.map((gift) => tile(gift, true)));
  grid?.replaceChildren(...shelf.panel.map((gift) => tile(gift, false)));
}

function openPanel() {
  grid = make("div", "c-DivPanelGrid", ...shelf.panel.map((gift) => tile(gift, false)));
  section.append(make("div", "c-DivGiftPanel", grid));
  section.classList.add("c-DivOpen");
}

function closePanel() {
  section.classList.remove("c-DivOpen");
  if (shelf.panel.some((gift) => gift.id === shelf.selected)) {
    deselect();
  }
  grid.parentElement.remove();
  grid = undefined;
}

function tile(gift, inBar) {
  const picture = make("img", "c-ImgGift");
  picture.src = gift.image.url_list[0];
  picture.alt = "";
  const name = make("div", "c-DivName", inBar ? shortName(gift) : gift.name);
  const price = make("div", "c-DivPrice", coin(), make("span", "", priceOf(gift)));
  const element = make("div", "c-DivTile", picture, name, price);
  element.tabIndex = 0;
  return wire(element, gift, clothes(gift, element, name));
}

/** A selected tile hides its name and shows Send. */
function clothes(gift, element, name) {
  const makeSend = (label, isCombo) => make("button", isCombo ? "c-ButtonSend c-ButtonCombo" : "c-ButtonSend", label);
  return {
    dress() {
      if (element.classList.contains("c-DivSelected")) {
        return;
      }
      element.classList.add("c-DivSelected");
      if (!varies("name-stays")) {
        name.remove();
      }
      const quantity = quantityShown();
      element.append(control(gift, makeSend), ...(quantity ? [quantity] : []));
    },
    bare() {
      element.classList.remove("c-DivSelected");
      element.querySelectorAll(".c-ButtonSend, .c-SpanPreset, .c-SelectQuantity").forEach((one) => one.remove());
      element.querySelector(".c-ImgGift").after(name);
    },
    send: () => element.querySelector(".c-ButtonSend"),
  };
}
