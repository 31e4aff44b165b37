/** The page comes to grief after a press: it hangs, goes blank, or loads itself again. */
export function stumble(rules) {
  const hang = rules.get("page-hangs");
  if (hang) {
    setTimeout(() => spin(hang.amount), 0);
  }
  if (rules.has("page-blank")) {
    document.body.replaceChildren();
  }
  if (rules.has("page-reloads-itself")) {
    location.reload();
  }
}

/** Nothing else of this page runs meanwhile; 0 is for ever. */
function spin(millis) {
  const end = millis > 0 ? performance.now() + millis : Infinity;
  while (performance.now() < end) {
    // Nothing: that is the point.
  }
}
