// Looking: what the page is and what it offers. Touches nothing.

const look = () => withinOneLook(lookOnce);

function lookOnce() {
  const scene = readGifts();
  const air = airText(scene);
  const wallet = walletOf(scene);
  const logIn = wallet === null ? logInControl() : null;
  return {
    onAir: air ? false : showsGifts(scene) ? true : null,
    offAirText: air?.text ?? null,
    ended: air?.key === 'ended',
    barred: air?.key === 'barred',
    loggedOut: logIn !== null,
    challenge: challengeText(),
    dialog: dialogText(),
    balance: wallet?.coins ?? null,
    bar: scene.tiles.filter((tile) => tile.place === 'BAR').length,
    panelOpen: panelTiles(scene).length > 0,
    more: scene.bar !== null && moreOf(scene.bar) !== null,
    language: language(),
  };
}

/** One number beside one picture may be a counter of viewers; what the LIVE's list has, or two of a kind, are gifts. */
const showsGifts = ({ tiles }) => tiles.length > 1 || tiles.some((tile) => tile.gift || tile.ids.length > 0);

function language() {
  const said = document.documentElement.lang.toLowerCase().split('-')[0];
  if (designs.languages.includes(said)) return said;
  for (const run of runs(document.body)) {
    const guess = languageOf('more', run.text) ?? languageOf('send', run.text) ?? languageOf('recharge', run.text);
    if (guess) return guess;
  }
  return said || null;
}

const asOffered = ({ gift, name, coins, place, position, ids }) =>
  ({ id: gift?.id ?? null, name: gift?.name ?? name, coins, place, position, ambiguous: ids });

/** The tiles that are on the page now. */
const offered = () => readGifts().tiles.map(asOffered);

/** Opens the panel, scrolls it to its end, and tells all gifts once, each where it was first seen. */
async function offeredAll(ms) {
  const all = new Map();
  await throughAllGifts(performance.now() + ms, (scene) => {
    for (const tile of scene.tiles) {
      const key = tile.gift ? `${tile.gift.id}` : `${tile.name}/${tile.coins}/${tile.pictures.join()}`;
      if (!all.has(key)) all.set(key, { ...asOffered(tile), position: 0 });
    }
    return null;
  });
  const counted = { BAR: 0, PANEL: 0 };
  for (const gift of all.values()) gift.position = counted[gift.place]++;
  return [...all.values()];
}
