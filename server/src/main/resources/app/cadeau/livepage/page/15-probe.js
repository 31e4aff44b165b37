// For the doctor: each thing that a send needs, whether it is there, who found it, and who else would have. Touches
// nothing.

const probe = () => withinOneLook(() => {
  const scene = readGifts();
  return [...probeGifts(scene), ...probeChosen(), ...probeSigns(scene), ...probeDesigns()];
});

function probeGifts(scene) {
  const bar = scene.tiles.filter((tile) => tile.place === 'BAR');
  const known = scene.tiles.filter((tile) => tile.gift);
  const more = scene.bar ? moreOf(scene.bar) : null;
  const arrow = arrowOf(scene);
  const wallet = walletOf(scene);
  return [
    probed('bar', bar.length > 0, bar.length > 0 && `${bar.length} tiles${marks(scene)}`, 'tile'),
    probed('tiles', known.length > 0, scene.tiles.length > 0 && `${known.length} known, ${scene.tiles.length - known.length} unknown${unknownTiles(scene)}`, 'tile'),
    probed('more', more !== null, more && `${more.how}: ${describe(more.el)}`, 'more'),
    probed('arrows', arrow !== null, arrow && describe(arrow), 'next'),
    probed('panel', panelTiles(scene).length > 0, panelTiles(scene).length > 0 && `${panelTiles(scene).length} tiles`, 'panel'),
    probed('balance', wallet !== null, wallet && `${wallet.how}: ${wallet.coins ?? 'abbreviated'}`, 'balance'),
  ];
}

const marks = (scene) => (scene.bar && anchored(scene.bar) ? ', beside More or the balance' : '');

const unknownTiles = (scene) => {
  const names = scene.tiles.filter((tile) => !tile.gift).slice(0, 5).map((tile) => `"${tile.name ?? '?'}" at ${tile.coins}`);
  return names.length > 0 ? `: ${names.join(', ')}` : '';
};

const STRENGTHS = { 3: 'picture, name and price', 2: 'picture and price', 1: 'name and price' };

/** The gift that was selected for this look, its price and its Send. */
function probeChosen() {
  const { tile, gift, send } = chosen;
  const there = Boolean(tile?.el.isConnected);
  const price = there ? priceRunOf(tile) : null;
  const found = there && send?.isConnected ? sendOf(tile.cell, new Set()) : null;
  return [
    probed('gift', there, there && `${gift.name} (${gift.id}) by ${STRENGTHS[tile.strength]}, ${tile.place} ${tile.position}`, 'tile'),
    probed('price', price !== null, price && `"${price.text}" in ${describe(price.el)}`, 'coin'),
    probed('send', Boolean(there && send?.isConnected), there && send && `${found?.how ?? 'appeared'}: ${describe(send)}`, 'send'),
  ];
}

function probeSigns(scene) {
  const dialog = dialogText();
  const challenge = challengeText();
  const air = airText(scene);
  const logIn = walletOf(scene) === null ? logInControl() : null;
  const chat = named('chat');
  return [
    probed('chat', chat.length > 0, chat.length > 0 && `${chat[0].design} ${chat[0].selector}`, 'chat'),
    probed('dialog', dialog !== null, dialog, 'dialog'),
    probed('challenge', challenge !== null, challenge, 'challenge'),
    probed('logIn', logIn !== null, logIn && describe(logIn), 'logIn'),
    probed('offAir', air !== null, air?.text, 'offAir'),
  ];
}

function probeDesigns() {
  const strange = strangeWords();
  const bad = designs.list.flatMap((design) => (design.unreadable ?? []).map((what) => `${design.name}: ${what}`));
  return [
    probed('designs', bad.length === 0, bad.length > 0 ? bad.join('; ') : designs.list.map((design) => design.name).join(', '), ''),
    probed('words', strange.length === 0, strange.length > 0 && strange.join(', '), ''),
  ];
}

/** Words that stand beside many numbers and are in no design: units and Sends that nobody has told us yet. */
function strangeWords() {
  const keys = [...designs.words.keys()];
  const strange = [...saidOften()].filter(([word, times]) => times >= 3 && byName(word).length === 0 && !keys.some((key) => isWord(key, word)));
  return strange.sort((one, other) => other[1] - one[1]).slice(0, 5).map(([word, times]) => `"${word}" beside ${times} numbers`);
}

const probed = (target, found, how, key) => ({ target, found: Boolean(found), how: how || null, others: key ? othersFor(key) : [] });

/** What each design's selectors and words for a key find on this page, to see which design fits. */
function othersFor(key) {
  const texts = runs(document.body).map((run) => plain(run.text));
  const times = (word) => texts.filter((text) => text === plain(word) || text.endsWith(` ${plain(word)}`)).length;
  return designs.list.flatMap((design) => [
    ...(design.selectors?.[key] ?? []).map((selector) => ({ design: design.name, by: selector, count: every(document, selector).length })),
    ...Object.values(design.words ?? {}).flatMap((words) => words[key] ?? [])
      .map((word) => ({ design: design.name, by: `"${word}"`, count: times(word) })).filter(({ count }) => count > 0),
  ]);
}
