// The tabs of a panel: the pages of the LIVE's own gift list, or what is marked as a tab beside the tiles.

/** Names that this LIVE's own list gives its pages: data.pages[].page_name. */
const pages = { names: new Set() };

function setPages(names) {
  pages.names = new Set(names.map(plain).filter(Boolean));
  return { pages: pages.names.size };
}

const isTabName = (text) => pages.names.has(plain(text)) || isWord('tab', text);

/** Controls that choose among pages of gifts: roles first, else a row of controls that are named as the list's pages. */
function tabsAround(list) {
  for (const up of [list.el, ...ancestors(list.el, 8)]) {
    if (every(up, OTHER_PLACES).length > 0) return [];
    const tabs = every(up, '[role=tab]').filter((el) => visible(el) && !list.inTile(el) && !elsewhere(el));
    if (tabs.length > 1) return tabs;
    const alike = namedTabs(up, list);
    if (alike.length > 1) return alike;
  }
  return [];
}

function namedTabs(region, list) {
  const named = runs(region).filter((run) => isTabName(run.text) && !list.inTile(run.el) && visible(run.el) && !elsewhere(run.el));
  const controls = [...new Set(named.map((run) => controlOf(run.el, region)))].filter(clickable);
  return controls.filter((el) => controls.some((other) => other !== el && other.parentElement === el.parentElement));
}

/** Each tab once, from the first; the panel of each is scrolled to its end. */
async function throughTabs(deadline, look) {
  for (let turn = 0; turn < tabsNow().length && turn < 12 && performance.now() < deadline; turn++) {
    const tab = tabsNow()[turn];
    if (!tab || chosenMark(tab)) continue;
    const before = sightOf(readGifts());
    await touch(tab);
    await until(Math.min(deadline, performance.now() + 900), () => sightOf(readGifts()) !== before);
    const found = look(readGifts()) || (await throughPanel(deadline, look));
    if (found) return found;
  }
  return null;
}

/** Asked anew each time: a page may draw its tabs again. Those of the panel come before those of the bar. */
function tabsNow() {
  const { lists, bar } = readGifts();
  for (const list of [...lists.filter((one) => one !== bar), ...lists]) {
    const tabs = tabsAround(list);
    if (tabs.length > 0) return tabs;
  }
  return [];
}
