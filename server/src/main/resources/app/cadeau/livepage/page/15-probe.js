// For the doctor: each thing that a send needs, whether it is there, and who found it. Touches nothing.

function probe(gift) {
  const scene = readGifts();
  const more = scene.bar ? moreOf(scene.bar) : null;
  const wallet = walletOf(scene);
  const bar = scene.tiles.filter((tile) => tile.place === 'BAR');
  const rows = [
    row('bar tiles', bar.length > 0, `${bar.length} tiles, ${bar.filter((tile) => tile.gift).length} known`, selectorsFor('tile')),
    row('more', more !== null, more && `${more.how}: ${describe(more.el)}`, selectorsFor('more')),
    row('panel', panelTiles(scene).length > 0, `${panelTiles(scene).length} tiles`, selectorsFor('panel')),
    row('balance', wallet !== null, wallet && `${wallet.how}: ${wallet.coins}`, selectorsFor('balance')),
    row('send', chosen.send?.isConnected ?? false, chosen.send && describe(chosen.send), selectorsFor('send')),
    row('chat', named('chat').length > 0, named('chat')[0]?.design ?? null, selectorsFor('chat')),
    row('challenge', challengeText() !== null, challengeText(), selectorsFor('challenge')),
    row('log-in', logInControl() !== null, logInControl() && describe(logInControl()), selectorsFor('logIn')),
  ];
  if (gift) rows.push(giftRow(scene, gift));
  return rows;
}

function giftRow(scene, gift) {
  const seen = judge(scene, remember(gift), gift.coins);
  const how = seen?.kind ? seen.seen : seen && `${seen.place} ${seen.position}, strength ${seen.strength}`;
  return row(`gift ${gift.id}`, Boolean(seen && !seen.kind), how, []);
}

const row = (target, found, how, alternatives) => ({ target, found, how: how || null, alternatives });

/** What each design's selectors for a key find on this page, to see which design fits. */
const selectorsFor = (key) =>
  designs.list.flatMap((design) => (design.selectors?.[key] ?? []).map((selector) =>
    `${design.name} ${selector}: ${document.querySelectorAll(selector).length}`));
