// The door: what the Java side may call. Arguments and answers are plain JSON.

const door = {
  news: [],
  setup, gifts: setGifts, look, offered, offeredAll,
  openPanel, closePanel, select, ready: guard, aim, burst, stop, allow, watch, probe, masks, structure,
};
globalThis.cadeau = door;
