/**
 * Who on stage gets the gift: the host, or a guest. A trap is in it, as pages have them: the choice of the last visit
 * stays, and nothing but this row tells it.
 */
import { host, orders } from "./api.js";
import { make, words } from "./words.js";

const KEPT = "recipient";
let guests = null;
let row;

/** Read late: api.js asks us, and we ask api.js. */
const onStage = () => guests ?? orders.guests ?? [];

/** The guest that was chosen last, while they are on stage; else the host. */
export function recipientId() {
  const chosen = localStorage.getItem(KEPT);
  return onStage().some((guest) => guest.id === chosen) ? chosen : host.id;
}

/** Somebody other than the host: the first guest, or a stranger. */
export function wrongId() {
  return onStage()[0]?.id ?? String(BigInt(host.id) + 10n);
}

export function setGuests(newGuests) {
  guests = newGuests ?? [];
  draw();
}

export function mountRecipients() {
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("recipients.css", import.meta.url);
  document.head.append(style);
  row = make("div", "c-DivRecipients");
  document.querySelector(".c-SectionGifts").before(row);
  draw();
}

function draw() {
  if (!row) {
    return;
  }
  row.hidden = onStage().length === 0;
  const people = [{ id: host.id, name: host.nickname }, ...onStage()];
  row.replaceChildren(make("span", "", words.giftTo), ...people.map(chip));
}

function chip(one) {
  const button = make("button", "c-ButtonRecipient", one.name);
  button.setAttribute("aria-pressed", String(one.id === recipientId()));
  button.onclick = () => {
    localStorage.setItem(KEPT, one.id);
    draw();
  };
  return button;
}
