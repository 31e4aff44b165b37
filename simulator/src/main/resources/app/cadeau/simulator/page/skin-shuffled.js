/** A design of nobody: one of as many pages as there are numbers. What a person needs is always there. */
import { me, orders } from "./api.js";
import { control, quantityShown } from "./control.js";
import { coinsOf, deselect, priceOf, shelf, shortName, wire } from "./gifts.js";
import { panelOf } from "./shelves.js";
import { chances, shapeOf, shuffled } from "./shape.js";
import { heard, varies } from "./vary.js";
import { coin, make, words } from "./words.js";

const shape = shapeOf(orders.shape);
const LAZY_MARGIN = "200px";
const POPOVER_PX = 376;

let section, row, more, panel, balanceText;

export function frame() {
  document.querySelector(".c-DivShell").classList.toggle("c-DivChatLeft", shape.chatLeft);
  document.body.classList.add(shape.theme);
}

export function mount(where) {
  section = where;
  const main = document.querySelector(".c-MainLive");
  main.classList.add(shape.bar);
  row = make(shape.list[0], "c-DivGiftRow");
  more = moreControl();
  const parts = shape.moreFirst ? [more, row] : [row, more];
  const balance = me ? [balanceTile()] : [];
  section.replaceChildren(...(shape.balance === "after" ? [...parts, ...balance] : [...balance, ...parts]));
  section.classList.toggle("c-DivBalanceHead", shape.balance === "head");
  return { draw, tile, showBalance, arrange, close };
}

/** Gifts in the shape's own order. */
function arrange() {
  const chance = chances(orders.shape);
  [shelf.bar, shelf.panel] = [shuffled(shelf.bar, chance), shuffled(shelf.panel, chance)];
  shelf.pages.forEach((page) => (page.gifts = shelf.panel.filter((gift) => page.gifts.includes(gift))));
}

function moreControl() {
  const label = words.moreNames[shape.moreWord];
  const element = make(shape.more, "c-DivMoreGifts", make("span", "", shape.moreArrow ? "⌃" : label));
  if (shape.moreArrow) {
    element.ariaLabel = label;
  }
  if (shape.more === "div") {
    element.setAttribute("role", "button");
    element.tabIndex = 0;
  }
  if (shape.more === "a") {
    element.href = "#gifts";
  }
  element.ariaExpanded = "false";
  element.onclick = (event) => {
    event.preventDefault();
    if (heard(event)) {
      panel ? close() : open();
    }
  };
  return element;
}

function balanceTile() {
  balanceText = make("span", "c-SpanBalance", "…");
  return make("div", "c-DivBalance", coin(), balanceText);
}

function showBalance(coins) {
  balanceText.textContent = coins === 0 ? words.recharge : new Intl.NumberFormat(document.documentElement.lang).format(coins);
}

function draw() {
  row.replaceChildren(...shelf.bar.map((gift) => cell(gift, true)));
  panel?.draw();
}

function open() {
  panel = panelOf(shape, (gift) => cell(gift, false));
  more.ariaExpanded = "true";
  if (shape.panel === "inline" || shape.panel === "tabs") {
    section.append(panel.element);
    section.classList.add("c-DivOpen");
  } else {
    panel.element.classList.add("c-DivPopover");
    panel.element.style.cssText = beside(more.getBoundingClientRect());
    document.body.append(panel.element);
  }
  panel.draw();
}

/** Where there is room: above what opens it, or below. */
function beside(rect) {
  const left = Math.max(8, Math.min(rect.left, innerWidth - POPOVER_PX));
  return `left:${left}px;` + (rect.top > innerHeight / 2 ? `bottom:${innerHeight - rect.top + 8}px` : `top:${rect.bottom + 8}px`);
}

function close() {
  if (!panel) {
    return;
  }
  panel.element.remove();
  panel = undefined;
  more.ariaExpanded = "false";
  section.classList.remove("c-DivOpen");
  if (shelf.panel.some((gift) => gift.id === shelf.selected)) {
    deselect();
  }
}

/** A place in a list, with the tile in it. */
function cell(gift, inBar) {
  return make(shape.list[1], "c-DivCell", tile(gift, inBar));
}

/** The tile within what belongs to it: Send may stand in it, over it or beside it. */
function tile(gift, inBar) {
  const name = make("span", "c-SpanGiftName", inBar ? shortName(gift) : gift.name);
  const parts = { picture: picture(gift), name, price: price(gift) };
  let content = shape.parts.map((part) => parts[part]);
  for (let level = 0; level < shape.wrappers; level++) {
    content = [make("span", level === 0 ? "c-SpanParts" : "c-SpanWrap", ...content)];
  }
  const card = make(shape.tile, "c-DivCard", ...content);
  if (shape.tile !== "button") {
    card.tabIndex = 0;
  }
  const element = make("div", "c-DivHolder", card);
  return wire(element, gift, clothes(gift, element, card, name));
}

function picture(gift) {
  const url = gift.image.url_list[0];
  if (shape.picture === "background") {
    const element = make("span", "c-SpanPicture");
    element.style.backgroundImage = `url("${url}")`;
    return element;
  }
  const element = make("img", "c-ImgPicture");
  element.alt = "";
  if (shape.picture === "lazy") {
    element.dataset.src = url;
    sight.observe(element);
  } else {
    element.src = url;
  }
  return element;
}

/** Pictures that come when they are seen. */
const sight = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) {
    if (isIntersecting) {
      target.src = target.dataset.src;
      sight.unobserve(target);
    }
  }
}, { rootMargin: LAZY_MARGIN });

function price(gift) {
  const number = priceOf(gift, shape.price !== "plain");
  const label = shape.price === "words" ? `${number} ${coinsOf(gift) === 1 ? words.coinLow : words.coinsLow}` : number;
  return make("span", "c-SpanPrice", ...(shape.price === "words" ? [] : [coin()]), make("span", "", label));
}

function clothes(gift, element, card, name) {
  const place = { inside: card, over: element, beside: element }[shape.send];
  const beside = name.nextSibling;
  const parent = name.parentElement;
  return {
    dress() {
      if (element.classList.contains("c-DivChosen")) {
        return;
      }
      element.classList.add("c-DivChosen");
      shape.mark !== "class" && card.setAttribute(shape.mark, "true");
      if (!shape.nameStays && !varies("name-stays")) {
        name.remove();
      }
      const quantity = quantityShown();
      place.append(control(gift, sendControl), ...(quantity ? [quantity] : []));
    },
    bare() {
      element.classList.remove("c-DivChosen");
      card.removeAttribute(shape.mark);
      element.querySelectorAll(".c-ControlSend, .c-SpanPreset, .c-SelectQuantity").forEach((one) => one.remove());
      parent.insertBefore(name, beside?.parentElement === parent ? beside : null);
    },
    send: () => element.querySelector(".c-ControlSend"),
  };
}

function sendControl(label, isCombo) {
  const text = shape.labelled && !isCombo ? make("i", "c-IconSend") : label;
  const place = { inside: "c-SendInside", over: "c-SendOver", beside: "c-SendBeside" }[shape.send];
  const element = make(shape.control, `c-ControlSend ${place}` + (isCombo ? " c-ButtonCombo" : ""), text);
  if (shape.control !== "button") {
    element.setAttribute("role", "button");
    element.tabIndex = 0;
  }
  if (shape.labelled) {
    element.ariaLabel = label;
  }
  return element;
}
