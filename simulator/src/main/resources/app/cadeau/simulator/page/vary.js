/** Which variations are on: the simulator's, and those that this page's address adds. */
import { orders } from "./api.js";

let on = new Set([...orders.variations, ...orders.varied]);

export const varies = (name) => on.has(name);

export function setVariations(names) {
  on = new Set([...names, ...orders.varied]);
}

/** A page that wants trusted clicks does nothing for others. */
export const heard = (event) => event.isTrusted || !varies("trusted-clicks");
