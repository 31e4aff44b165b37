// A gift that has just passed has no proof yet, and that is no reason for alarm. One that passed ten seconds ago and still
// has none is unknown. Gifts are proved in about the order in which they passed.

const patience = 10000;
const passed = new Map(); // send → [when, how many had passed]

/** How many gifts of a running send passed ten seconds ago or earlier and are not proved. */
export function overdue(send, now = performance.now()) {
  const trail = passed.get(send.id) ?? [];
  if (!passed.has(send.id)) passed.set(send.id, trail);
  trail.push([now, send.confirmed + send.unknown]);
  while (trail.length > 1 && trail[1][0] <= now - patience) trail.shift();
  if (passed.size > 50) passed.delete(passed.keys().next().value);
  const then = trail[0][0] <= now - patience ? trail[0][1] : 0;
  return Math.min(send.unknown, Math.max(0, then - send.confirmed));
}
