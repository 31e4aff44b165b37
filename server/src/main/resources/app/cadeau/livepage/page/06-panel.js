// Opening the panel, and bringing a gift into sight: panel, scrolling, carousel arrows.

const panel = { opened: false };

const panelTiles = (scene) => scene.tiles.filter((tile) => tile.place === 'PANEL');

async function openPanel(ms) {
  const deadline = performance.now() + ms;
  const before = readGifts();
  if (panelTiles(before).some((tile) => reachable(tile))) return { open: true, clicked: false };
  const more = before.bar ? moreOf(before.bar) : null;
  if (!more) return { open: false, clicked: false };
  await touch(more.el);
  const open = await until(deadline, () => {
    const now = readGifts();
    return panelTiles(now).length > 0 || now.tiles.length > before.tiles.length;
  });
  return { open: Boolean(open), clicked: true };
}

async function closePanel(ms) {
  const scene = readGifts();
  if (panelTiles(scene).length === 0) return { open: false };
  const more = scene.bar ? moreOf(scene.bar) : null;
  if (more) await touch(more.el);
  await until(performance.now() + (ms ?? 1000), () => panelTiles(readGifts()).length === 0);
  return { open: panelTiles(readGifts()).length > 0 };
}

/** True when the tile, where a hand would touch it, is not clipped away or covered. */
const reachable = (tile) => lies(atCentreOf(targetOf(tile)), tile.cell);

/** The nearest element around the tiles that scrolls, or null. */
function scrollerOf(el) {
  for (const up of ancestors(el)) {
    if (up.scrollHeight > up.clientHeight + 4 && /auto|scroll|overlay/.test(getComputedStyle(up).overflowY)) return up;
  }
  return null;
}

/**
 * Shows the page's gifts bit by bit and calls `look` on each sight, until it answers something: what is there, the
 * carousel turned, the panel opened, the panel scrolled from its top to its end.
 */
async function throughAllGifts(deadline, look, scene = readGifts()) {
  const seen = look(scene);
  if (seen) return seen;
  const turned = await throughCarousel(deadline, look);
  if (turned) return turned;
  if (!(await openPanel(deadline - performance.now())).open) return look(readGifts()) || throughTabs(deadline, look);
  return look(readGifts()) || (await throughPanel(deadline, look)) || throughTabs(deadline, look);
}

async function throughPanel(deadline, look) {
  const scene = readGifts();
  const inside = panelTiles(scene).at(-1) ?? scene.tiles.at(-1);
  const scroller = inside && scrollerOf(inside.el);
  if (!scroller || await allRendered(scroller, deadline)) return null;
  for (let top = 0; performance.now() < deadline; top += scroller.clientHeight * 0.7) {
    await scrolledTo(scroller, top);
    const found = look(readGifts());
    if (found || top >= scroller.scrollHeight - scroller.clientHeight) return found;
  }
  return null;
}

/** Scrolls, and waits until the page was told of it, which on a busy machine takes longer than any pause, and has rendered. */
async function scrolledTo(scroller, top) {
  const told = new Promise((done) => { scroller.addEventListener('scroll', done, { once: true }); });
  const before = scroller.scrollTop;
  scroller.scrollTop = top;
  if (scroller.scrollTop !== before) await Promise.race([told, pause(500)]);
  await pause(60);
}

/** True when the panel's end shows no tile that was not there before: nothing is rendered by scrolling. */
async function allRendered(scroller, deadline) {
  const count = () => panelTiles(readGifts()).map((tile) => `${tile.name}${tile.coins}`).join();
  const before = count();
  await scrolledTo(scroller, scroller.scrollHeight);
  const changed = await until(Math.min(deadline, performance.now() + 250), () => count() !== before);
  scroller.scrollTop = 0;
  return !changed;
}

/** The arrow of the 2022 design, and of others that turn pages of tiles: at most as many turns as there are gifts. */
async function throughCarousel(deadline, look) {
  for (let turn = 0; turn < 40 && performance.now() < deadline; turn++) {
    const arrow = arrowOf(readGifts());
    if (!arrow) return null;
    const before = sightOf(readGifts());
    await touch(arrow);
    const moved = await until(Math.min(deadline, performance.now() + 700), () => sightOf(readGifts()) !== before);
    const found = look(readGifts());
    if (found || !moved) return found;
  }
  return null;
}

/** Which tiles can be reached: changes when a carousel turns. */
const sightOf = (scene) => scene.tiles.map((tile) => `${tile.name}${tile.coins}${reachable(tile)}`).join();

function arrowOf(scene) {
  for (const region of scene.bar ? regionsOf(scene.bar) : []) {
    const arrows = [...named('next', region).map(({ el }) => el), ...saysWord('next', region)];
    const usable = arrows.filter((el) => usableArrow(el, scene.bar));
    if (usable.length > 0) return controlOf(usable.at(-1), region);
  }
  return scene.bar ? wordlessArrow(scene.bar) : null;
}

const usableArrow = (el, list) => visible(el) && !list.inTile(el) && !holdsTile(el, list) && !closest(el, '[disabled],[aria-disabled=true]');

/** An arrow that is only drawn: beside the tiles on their right, as high as they are, while some of them are cut off. */
function wordlessArrow(list) {
  if (!list.tiles.some((tile) => !reachable(tile))) return null;
  const seen = list.tiles.filter(reachable).map((tile) => tile.cell.getBoundingClientRect());
  if (seen.length === 0) return null;
  const right = Math.max(...seen.map((box) => box.left + box.width / 2));
  const [top, bottom] = [Math.min(...seen.map((box) => box.top)), Math.max(...seen.map((box) => box.bottom))];
  for (const region of regionsOf(list)) {
    const arrows = every(region, '*').filter((el) => clickable(el) && usableArrow(el, list) && saying(el) === '');
    const beside = arrows.filter((el) => {
      const box = el.getBoundingClientRect();
      return box.left + box.width / 2 > right && box.top < bottom && box.bottom > top && box.width < 120;
    });
    if (beside.length > 0) return controlOf(beside[0], region);
  }
  return null;
}
