/** A page of nobody: every choice of a design follows from the shape's number. */

/** Numbers from 0 to 1 that follow from a seed (mulberry32). */
export function chances(seed) {
  let state = Number(BigInt.asUintN(32, BigInt(seed))) ^ 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffled(list, chance) {
  const left = [...list];
  return list.map(() => left.splice(Math.floor(chance() * left.length), 1)[0]);
}

const PANELS = ["popover", "inline", "tabs", "virtual", "lazy"];
const SENDS = ["inside", "over", "beside"];
const PICTURES = ["img", "lazy", "background"];
const BARS = ["c-DivBarBelow", "c-DivBarAbove", "c-DivBarLeft"];

/** What decides most goes round by the number, so that ten shapes in a row meet all of it; the rest is by chance. */
export function shapeOf(number) {
  const chance = chances(number);
  const pick = (...choices) => choices[Math.floor(chance() * choices.length)];
  const round = (choices, step) => choices[((Math.floor(number / step) % choices.length) + choices.length) % choices.length];
  const send = round(SENDS, 1);
  return {
    panel: round(PANELS, 1),
    send,
    picture: round(PICTURES, 2),
    bar: round(BARS, 3),
    list: pick(["div", "div"], ["ul", "li"], ["section", "div"], ["ol", "li"]),
    tile: pick("div", "span", "article", ...(send === "inside" ? [] : ["button"])),
    parts: shuffled(["picture", "name", "price"], chance),
    wrappers: pick(0, 1, 2),
    control: pick("button", "div", "span", "a"),
    labelled: pick(true, false),
    price: pick("plain", "words", "grouped"),
    nameStays: pick(true, false),
    mark: pick("class", "aria-selected", "aria-pressed"),
    more: pick("button", "a", "div"),
    moreWord: pick(0, 1, 2),
    moreArrow: pick(true, false),
    moreFirst: pick(true, false),
    balance: pick("before", "after", "head"),
    chatLeft: pick(true, false),
    theme: pick("c-ThemeRose", "c-ThemeViolet", "c-ThemeTeal", "c-ThemeAmber", "c-ThemeLight"),
  };
}
