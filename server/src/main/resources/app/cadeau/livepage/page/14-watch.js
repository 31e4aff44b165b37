// Watching between bursts: twice a second and on what is already known, so that it costs next to nothing. Only changes
// are told.

const watching = { timer: 0, scene: null, wallet: null, trouble: null, coins: null, reads: 0 };
const READ_ANEW_EACH = 10;

function watch() {
  if (!watching.timer) watching.timer = setInterval(glance, 500);
  glance();
  return { watching: true };
}

function glance() {
  lookAnewWhenGone();
  const trouble = troubleNow(watching.scene, watching.wallet);
  if (trouble && trouble.kind !== watching.trouble) tell({ type: 'shaken', trouble: trouble.kind, seen: trouble.seen });
  watching.trouble = trouble?.kind ?? null;
  const coins = watching.wallet ? badge(saying(watching.wallet.el)) ?? null : null;
  if (coins !== null && coins !== watching.coins) tell({ type: 'balance', coins });
  watching.coins = coins ?? watching.coins;
}

/** Bar and balance are found anew when the page took them away; while it shows none, each tenth time. */
function lookAnewWhenGone() {
  const { scene, wallet } = watching;
  const there = wallet && visible(wallet.el) && scene.tiles.some((tile) => visible(tile.el));
  if (there || (!wallet && watching.reads++ % READ_ANEW_EACH !== 0)) return;
  watching.scene = readGifts();
  watching.wallet = walletOf(watching.scene);
}
