// The door: what the Java side may call. Arguments and answers are plain JSON.

const door = {
  news: [],
  setup, gifts: setGifts, pages: setPages, host: setHost, look, offered, offeredAll,
  openPanel, closePanel, select, ready: guard, frame: () => (chosen.send ? frameOf(chosen.send) : null),
  aim, burst, stop, allow, watch, probe, probeToKeep, masks, structure, coinsToHide,
};
globalThis.cadeau = door;
