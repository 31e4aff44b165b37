/** How a number of coins is written. */
import { varies } from "./vary.js";

const language = document.documentElement.lang;
const SHORT_FROM = 10_000;
const grouped = new Intl.NumberFormat(language);
const short = new Intl.NumberFormat(language, { notation: "compact", maximumFractionDigits: 1 });

/** "29999", grouped "29,999", or short "30K" where the page varies so. */
export function written(coins, inGroups = false) {
  if (varies("short-prices") && coins >= SHORT_FROM) {
    return short.format(coins);
  }
  return inGroups ? grouped.format(coins) : String(coins);
}
