/** What stands around the LIVE: top bar, side menu, host, notices, the chat's composer. */
import * as api from "./api.js";
import { make, words } from "./words.js";

const $ = (selector) => document.querySelector(selector);
const ICONS = ["⌂", "◎", "☺", "☷", "▶", "✉", "●"];

export function mountFrame(onAir) {
  document.querySelectorAll("[data-word]").forEach((element) => (element.textContent = words[element.dataset.word]));
  meOrLogin();
  sideMenu();
  host(onAir);
  composer(onAir);
  if (!onAir) {
    offAir();
  }
}

function meOrLogin() {
  if (api.me) {
    $(".c-DivMe").append(make("span", "c-SpanMe", api.me.nickName[0]));
    return;
  }
  const login = make("button", "c-ButtonMain", words.login);
  login.dataset.e2e = "top-login-button";
  $(".c-DivMe").append(login);
}

function sideMenu() {
  const rows = words.nav.map((label, index) => make("a", "c-ANav" + (index === 4 ? " c-ANavOn" : ""), make("i", "", ICONS[index]), make("span", "", label)));
  const more = make("div", "c-ANav c-DivNavMore", make("i", "", "⋯"), make("span", "", words.more));
  more.setAttribute("role", "button");
  more.onclick = () => toggleMenu(more);
  const coins = make("a", "c-ANav", make("i", "", "◉"), make("span", "", words.getCoins));
  const friends = ["luna.paris", "kenzo", "mika_draws"].map((name, index) => {
    const face = make("i", "c-IconFace", name[0].toUpperCase());
    face.style.setProperty("--hue", 90 * index + 30);
    return make("a", "c-ANav c-AFriend", face, make("span", "", name));
  });
  $(".c-NavSide").append(...rows, more, make("hr"), coins, make("h4", "", words.accounts), ...friends);
}

function toggleMenu(beside) {
  const open = $(".c-DivMenu");
  if (open) {
    open.remove();
    return;
  }
  const out = make("a", "", words.logout);
  out.onclick = async () => {
    await api.logout();
    location.reload();
  };
  beside.append(make("div", "c-DivMenu", make("a", "", words.settings), make("a", "", words.language), make("a", "", words.help), make("a", "", words.dark), ...(api.me ? [out] : [])));
}

function host(onAir) {
  const info = api.state.LiveRoom.liveRoomUserInfo;
  const face = make("i", "c-IconHost", info.user.nickname[0]);
  const count = make("span", "c-SpanCount", String(info.liveRoom.liveRoomStats.userCount));
  count.dataset.e2e = "live-people-count";
  const about = make("div", "c-DivHostText", make("h1", "", info.user.nickname), make("p", "", onAir ? info.liveRoom.title : "@" + info.user.uniqueId));
  $(".c-DivHost").append(face, about, make("button", "c-ButtonFollow", words.follow));
  if (onAir) {
    $(".c-DivHost").append(make("div", "c-DivLiveBadge", make("b", "", "LIVE"), make("i", ""), count));
    $(".c-DivGoal").append(make("span", "", words.goal), make("i", ""), make("b", "", "Rose 642/1000"));
  }
}

export function setViewers(count) {
  const shown = document.querySelector('[data-e2e="live-people-count"]');
  if (shown && shown.textContent !== String(count)) {
    shown.textContent = String(count);
  }
}

function composer(onAir) {
  const field = $(".c-DivComposer");
  field.dataset.placeholder = onAir ? words.saySomething : words.commentsOff;
  if (!onAir || !api.me) {
    field.removeAttribute("contenteditable");
    return;
  }
  field.onkeydown = (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      const content = field.textContent.trim();
      field.textContent = "";
      if (content) {
        api.say(content);
      }
    }
  };
}

function offAir() {
  $(".c-SectionPlayer").classList.add("c-DivOff");
  const back = make("button", "c-ButtonPlain", words.back);
  back.onclick = () => history.back();
  $(".c-SectionPlayer").append(make("div", "c-DivNoLive", make("i", "", "◌"), make("h2", "", words.noLive), back));
}

/** A line over the video, or none. */
export function notice(content) {
  const element = $(".c-DivNotice");
  element.hidden = content === null;
  element.textContent = content ?? "";
}
