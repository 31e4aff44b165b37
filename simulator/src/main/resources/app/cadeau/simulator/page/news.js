/** What the platform says beside chat and gifts: the offer changes, gifting is blocked, a captcha is due, lines go. */
import * as dialogs from "./dialogs.js";
import { on, user } from "./inbox.js";
import { system } from "./chat.js";
import { fields, text, whole } from "./wire.js";
import { words } from "./words.js";

/** hooks: reread() reads the gift list again. */
export function listen(hooks) {
  on("WebcastGiftPanelUpdateMessage", () => hooks.reread());
  on("WebcastGiftPromptMessage", (bytes) => {
    const prompt = fields(bytes);
    dialogs.notice(text(prompt, 2), text(prompt, 3));
  });
  on("WebcastAccessControlMessage", () => dialogs.challenge());
  on("WebcastRoomMessage", (bytes) => {
    const said = text(fields(bytes), 2).trim();
    if (said) {
      system(said);
    }
  });
  on("WebcastSocialMessage", (bytes) => {
    const message = fields(bytes);
    system(`${user(message, 2).name} ${whole(message, 4) === 3 ? words.shared : words.followed}`);
  });
}
