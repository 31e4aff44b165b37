/** What is offered, at which price, and which gift is selected. The skin draws it; only a press on Send sends. */
import { strikes, whenRulesChange } from "./faults.js";
import { afterSelection, hiddenCopies, wander } from "./traps.js";
import { varies, heard } from "./vary.js";
import { pressOn } from "./control.js";
import { written } from "./prices.js";

const BAR_NAME_LETTERS = 11;

/** The skins' view: lists in the order in which they are shown. */
export const shelf = { bar: [], panel: [], pages: [], selected: null };

let skin = null;
let prices = {};
let tiles = new Set();

/** What the LIVE's gift list offers now. */
export function offer(data, newPrices) {
  shelf.bar = [...data.gifts];
  shelf.pages = data.pages;
  shelf.panel = data.pages.flatMap((page) => page.gifts);
  const all = [...shelf.bar, ...shelf.panel];
  all.forEach((gift, index) => (gift.next = all[(index + 1) % all.length]));
  prices = newPrices;
  skin?.arrange?.();
  draw();
}

/** Mounts a skin for it: {draw(), tile(gift, inBar), showBalance(coins)}, and if it likes arrange() and close(). */
export function showGifts(mount, data, firstPrices, ofLoad) {
  skin = mount(document.querySelector(".c-SectionGifts"));
  offer(data, firstPrices);
  whenRulesChange(draw);
  if (ofLoad.has("hidden-copies")) {
    hiddenCopies(skin.tile);
  }
  if (ofLoad.has("tiles-wander")) {
    wander(ofLoad.get("tiles-wander").amount);
  }
}

/** The LIVE is over: nothing can be sent any more. */
export function close() {
  skin?.close?.();
  skin = null;
  document.querySelector(".c-SectionGifts").replaceChildren();
}

export const coinsOf = (gift) => prices[gift.id] ?? gift.diamond_count;
export const priceOf = (gift, inGroups) => written(coinsOf(gift), inGroups);
export const shortName = (gift) => (gift.name.length > BAR_NAME_LETTERS + 1 ? gift.name.slice(0, BAR_NAME_LETTERS) + "…" : gift.name);

export function showBalance(coins) {
  skin?.showBalance(coins);
}

export function setPrices(newPrices) {
  prices = newPrices;
  draw();
}

/** All tiles made anew, none selected. */
export function remount() {
  shelf.selected = null;
  draw();
}

export function resort() {
  shelf.bar.reverse();
  shelf.panel.reverse();
  shelf.pages.forEach((page) => page.gifts.reverse());
  draw();
}

/** All tiles made anew; what was selected stays selected. */
export function draw() {
  tiles = new Set();
  skin?.draw();
}

/** The selected tile's Send, disabled for a while. */
export function disableSend(millis) {
  const button = [...tiles].filter((tile) => tile.gift.id === shelf.selected).map((tile) => tile.clothes.send?.()).find(Boolean);
  if (button) {
    button.disabled = true;
    button.ariaDisabled = "true";
    setTimeout(() => [button.disabled, button.ariaDisabled] = [false, null], millis);
  }
}

/** Makes an element a gift's tile; clothes are {dress(), bare(), send()}: how it looks when it is selected, and when not. */
export function wire(element, gift, clothes) {
  [element.gift, element.clothes] = [gift, clothes];
  element.onclick = (event) => heard(event) && select(gift, element);
  element.ondblclick = (event) => {
    if (varies("double-click-sends") && heard(event)) {
      pressOn(gift);
    }
  };
  element.onpointerdown = () => strikes("touch").has("remount-under-finger") && draw();
  tiles.add(element);
  if (gift.id === shelf.selected) {
    clothes.dress();
  }
  return element;
}

/** A tile that stands for no gift any more. */
export const unwire = (element) => tiles.delete(element);

function select(gift, element) {
  if (gift.id === shelf.selected) {
    return;
  }
  deselect();
  shelf.selected = gift.id;
  const rules = strikes("selection");
  const late = rules.get("send-late");
  late ? setTimeout(() => gift.id === shelf.selected && element.clothes.dress(), late.amount) : element.clothes.dress();
  afterSelection(rules, gift);
}

export function deselect() {
  for (const tile of tiles) {
    if (tile.gift.id === shelf.selected) {
      tile.clothes.bare();
    }
  }
  shelf.selected = null;
}
