/** What a page may do around a selection that has cost people coins. */
import * as dialogs from "./dialogs.js";
import { coinsOf, deselect, draw, remount, shelf, unwire } from "./gifts.js";
import { pressOn } from "./control.js";
import { make, words } from "./words.js";

const DEAR_ID = 5767;
const PROMO_MS = 8000;
const COPIED = 12;

/** What happens by itself after a tile was selected. */
export function afterSelection(rules, gift) {
  const later = (fault, does) => rules.has(fault) && setTimeout(() => does(rules.get(fault).amount), rules.get(fault).amount);
  later("tiles-shift", () => shift(gift));
  later("selection-lost", remount);
  if (rules.has("bar-covered")) {
    dialogs.cover(rules.get("bar-covered").amount);
  }
  if (rules.has("focus-in-chat")) {
    document.querySelector(".c-DivComposer").focus();
  }
}

/** A dear gift is put where this one stands, and everything from there on moves by one place. */
function shift(gift) {
  const all = [...shelf.bar, ...shelf.panel];
  const dear = all.find((one) => one.id === DEAR_ID) ?? all.find((one) => coinsOf(one) > 1000);
  const size = shelf.bar.length;
  for (const list of [shelf.bar, shelf.panel, ...shelf.pages.map((page) => page.gifts)]) {
    const from = list.indexOf(dear);
    if (from >= 0) {
      list.splice(from, 1);
    }
    const to = list.indexOf(gift);
    if (to >= 0) {
      list.splice(to, 0, dear);
    }
  }
  shelf.panel.unshift(...shelf.bar.splice(size));
  draw();
  promo(dear);
}

function promo(gift) {
  const line = make("div", "c-DivPromo", words.promo + " " + gift.name);
  document.querySelector(".c-SectionGifts").append(line);
  setTimeout(() => line.remove(), PROMO_MS);
}

/** Tiles change places by themselves, in the open panel too. */
export function wander(everyMillis) {
  setInterval(() => {
    for (const list of [shelf.bar, shelf.panel, ...shelf.pages.map((page) => page.gifts)]) {
      list.push(list.shift());
    }
    draw();
  }, everyMillis);
}

/**
 * Copies that nobody sees, as a page keeps them of a closed panel and of the bar before it was sorted: what they show is not
 * what they stand for.
 */
export function hiddenCopies(tile) {
  const closed = make("div", "c-DivClosed", ...shelf.panel.slice(0, COPIED).map((gift) => copy(gift, tile)));
  const faded = make("div", "c-DivFaded", ...shelf.bar.map((gift) => copy(gift, tile)));
  document.querySelector(".c-MainLive").prepend(closed, faded);
}

function copy(gift, tile) {
  const element = tile(gift, true);
  unwire(element);
  element.onclick = () => {
    deselect();
    shelf.selected = gift.next.id;
    draw();
  };
  element.querySelectorAll("button").forEach((button) => (button.onclick = () => pressOn(gift.next)));
  return element;
}
