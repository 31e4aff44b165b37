/** What sends: Send, the combo button that may stand in its place, and the chooser of quantities. */
import { me } from "./api.js";
import { loginDialog, toast } from "./dialogs.js";
import { presetShown } from "./faults.js";
import { deselect } from "./gifts.js";
import { press } from "./sending.js";
import { heard, varies } from "./vary.js";
import { make, words } from "./words.js";

const QUANTITIES = [1, 10, 99, 365, 999];
const COMBO_MS = 3000;
const KEPT = "quantity.last";

/** Streaks that a combo button stands for: gift id → {count, timer}. */
const streaks = new Map();

/** One press for this gift, as whoever is logged in; false when nothing was asked. */
export function pressOn(gift) {
  if (!me) {
    loginDialog();
    return false;
  }
  if (gift.lock_info?.lock) {
    toast(words.locked);
    return false;
  }
  press(gift, quantity());
  if (varies("send-deselects")) {
    deselect();
  }
  return true;
}

const quantity = () => (varies("quantity-chooser") ? Number(localStorage.getItem(KEPT) ?? 1) : 1);

/** The control that sends this gift now; makeControl(label, isCombo) makes it as the skin likes it. */
export function control(gift, makeControl) {
  const streak = streaks.get(gift.id);
  const element = makeControl(streak ? words.combo + " x" + streak.count : words.send, Boolean(streak));
  element.onclick = (event) => {
    event.stopPropagation();
    if (!element.disabled && heard(event) && pressOn(gift) && varies("combo-button") && gift.combo) {
      goOn(gift, element, makeControl);
    }
  };
  element.ondblclick = (event) => event.stopPropagation();
  return element;
}

/** One more in the streak: the button counts, and Send is back when its time is over. */
function goOn(gift, element, makeControl) {
  const streak = streaks.get(gift.id) ?? { count: 0, timer: 0 };
  streaks.set(gift.id, streak);
  streak.count += 1;
  const button = control(gift, makeControl);
  element.replaceWith(button);
  clearTimeout(streak.timer);
  streak.timer = setTimeout(() => {
    streaks.delete(gift.id);
    button.isConnected && button.replaceWith(control(gift, makeControl));
  }, COMBO_MS);
}

/** What stands beside Send: how many a press sends, to choose or only shown; null when it is one. */
export function quantityShown() {
  const preset = presetShown();
  if (varies("quantity-chooser") && preset === 1) {
    return chooser();
  }
  return preset > 1 ? make("span", "c-SpanPreset", "x" + preset) : null;
}

function chooser() {
  const options = QUANTITIES.map((number) => new Option("x" + number, number));
  const select = make("select", "c-SelectQuantity", ...options);
  select.ariaLabel = words.quantity;
  select.value = localStorage.getItem(KEPT) ?? "1";
  // One choice for all tiles: no chooser may show another number than is sent.
  select.onchange = () => {
    localStorage.setItem(KEPT, select.value);
    document.querySelectorAll(".c-SelectQuantity").forEach((other) => (other.value = select.value));
  };
  select.onclick = (event) => event.stopPropagation();
  select.ondblclick = (event) => event.stopPropagation();
  return select;
}
