// Every page loads this one script. It puts up the shell, then mounts the page that <html data-page> names:
// js/pages/NAME.js exports mount(root). data-shell="alone" leaves out navigation and live news.
import { whenLoggedOut } from './api.js';
import { drawBanner } from './banner.js';
import { drawIcons } from './icons.js';
import { loadTexts, onLanguage, t, translate } from './i18n.js';
import { shortcut, startKeys } from './keys.js';
import { askForPassword } from './login-dialog.js';
import { drawHeadAlone, drawNav, drawSkip, here, pages } from './nav.js';
import { command, openPalette } from './palette.js';
import { pref, setPref } from './prefs.js';
import { readSession, session } from './session.js';
import { stopAll } from './stopping.js';
import { startToasts } from './toasts.js';
import { startWorld } from './world.js';
import { logOut, otherLanguage, switchLanguage, usesTexts } from './you.js';

const root = document.querySelector('main');
const alone = document.documentElement.dataset.shell === 'alone';
const nextTheme = { dark: 'light', light: 'system', system: 'dark' };

function commands() {
  const go = name => () => location.assign(`/${name}.html`);
  command({ text: () => t('common.stopAll'), icon: 'stop', keys: 'Shift+Esc', run: stopAll });
  for (const page of pages) {
    command({ text: () => t(`common.page.${page.name}`), icon: page.icon, keys: `g ${page.key}`, run: go(page.name) });
    shortcut(`g ${page.key}`, `common.page.${page.name}`, go(page.name));
  }
  command({ text: () => t('common.palette.theme', { theme: t(`common.theme.${nextTheme[pref('theme')]}`) }), icon: 'theme', run: () => setPref('theme', nextTheme[pref('theme')]) });
  command({ text: () => t('common.palette.language'), icon: 'language', run: () => switchLanguage(otherLanguage()) });
  command({ text: () => t('common.logOut'), icon: 'logout', run: logOut });
}

function title() {
  document.title = `${t(`common.page.${here()}`)} · Cadeau`;
}

// Who is not logged in comes in by the wizard or by the log-in; an old daemon without log-in lets the link's cookie in.
function elsewhere() {
  if (alone || !session.read || session.member) return null;
  if (session.needsAdmin && session.keyHolder) return '/welcome.html';
  return `/login.html?next=${encodeURIComponent(location.pathname + location.search)}`;
}

async function start() {
  usesTexts([here()]);
  const [page] = await Promise.all([import(`./pages/${here()}.js`), loadTexts(here()), readSession().catch(() => {})]);
  const away = elsewhere();
  if (away) return location.replace(away);
  whenLoggedOut(askForPassword);
  startToasts();
  startKeys();
  if (alone) drawHeadAlone();
  else {
    drawNav();
    drawBanner();
    commands();
    shortcut('Ctrl+K', 'common.palette.label', openPalette);
  }
  drawSkip();
  drawIcons();
  translate();
  title();
  onLanguage(title);
  delete document.documentElement.dataset.waiting;
  if (!alone) startWorld();
  await page.mount(root);
  document.documentElement.dataset.ready = '';
}

start();
