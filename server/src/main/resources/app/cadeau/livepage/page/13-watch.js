// Watching between bursts: twice a second, so that it costs next to nothing, and only changes are told.

const watching = { timer: 0, trouble: null, coins: null };

function watch() {
  if (!watching.timer) watching.timer = setInterval(glance, 500);
  glance();
  return { watching: true };
}

function glance() {
  const scene = readGifts();
  const trouble = troubleNow(scene);
  const coins = scene.bar ? balanceOf(scene.bar)?.coins ?? null : null;
  if (trouble && trouble.kind !== watching.trouble) tell({ type: 'shaken', trouble: trouble.kind, seen: trouble.seen });
  if (coins !== null && coins !== watching.coins) tell({ type: 'balance', coins });
  watching.trouble = trouble?.kind ?? null;
  watching.coins = coins ?? watching.coins;
}
