// Who watches for signs: the page is searched once, and then only what changes in it. So a press costs no search of the
// page, and a dialog that came a moment ago is still seen: what changed is read in the same turn.

/** `found` are the elements that may be signs, shown or not; `roots` what is watched. */
const sentry = { observer: null, found: new Set(), roots: new Set(), at: '' };

const SEEN_BY = ['id', 'class', 'role', 'open', 'aria-modal', 'data-e2e', 'src', 'data-state'];

/** All elements of the page that may be a sign, at this moment. */
function suspects() {
  if (!sentry.observer) beginWatch();
  for (const record of sentry.observer.takeRecords()) changed(record);
  for (const el of sentry.found) if (!el.isConnected) sentry.found.delete(el);
  return [...sentry.found];
}

function beginWatch() {
  sentry.at = SIGNS_AT();
  sentry.observer = new MutationObserver((records) => records.forEach(changed));
  watchRoot(document);
}

function watchRoot(root) {
  if (sentry.roots.has(root)) return;
  sentry.roots.add(root);
  sentry.observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: SEEN_BY });
  arrivedWith(root);
}

function arrivedWith(root) {
  for (const el of root.querySelectorAll(sentry.at)) sentry.found.add(el);
  for (const el of root.querySelectorAll('*')) watchInside(el);
}

function watchInside(el) {
  if (el.shadowRoot) watchRoot(el.shadowRoot);
  else if (el.localName === 'iframe' && insideOf(el)) watchRoot(el.contentDocument);
  else return;
  tree.deep = true;
}

function changed({ type, target, addedNodes }) {
  if (type === 'attributes') return seeOne(target);
  for (const node of addedNodes) {
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    seeOne(node);
    arrivedWith(node);
  }
}

function seeOne(el) {
  if (el.matches(sentry.at)) sentry.found.add(el);
  watchInside(el);
}

/** With other designs other signs are looked for. */
function forgetWatch() {
  sentry.observer?.disconnect();
  sentry.observer = null;
  sentry.found.clear();
  sentry.roots.clear();
}
