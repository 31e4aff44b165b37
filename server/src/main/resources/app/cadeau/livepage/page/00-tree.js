// The tree as it is shown: open shadow roots, slots and frames of our own origin are part of it. A page that has none of
// them is read by the browser's own, faster ways.

/** `deep` is true once the page was seen to have a shadow root or a frame that can be read. */
const tree = { deep: false };

const insideOf = (frame) => {
  try {
    return frame.contentDocument?.body ?? null;
  } catch {
    return null;
  }
};

const hasInside = (el) => el.shadowRoot !== null || (el.localName === 'iframe' && insideOf(el) !== null);

/** Looks once through the page for what is deep in it; every look at the whole page begins with this. */
function lookForDepth(root = document) {
  if (tree.deep) return;
  for (const el of root.querySelectorAll('*')) if (hasInside(el)) tree.deep = true;
}

/** What stands directly below a node, as shown. */
function below(node) {
  if (node.shadowRoot) return node.shadowRoot.childNodes;
  if (node.localName === 'iframe') return insideOf(node) ? [insideOf(node)] : [];
  const given = node.localName === 'slot' ? node.assignedNodes() : [];
  return given.length > 0 ? given : node.childNodes;
}

/** The element around an element, as shown; null above the page's own. */
function parentOf(el) {
  if (!tree.deep) return el.parentElement;
  if (el.assignedSlot) return el.assignedSlot;
  const up = el.parentNode;
  if (up === null || up.nodeType === Node.ELEMENT_NODE) return up;
  return up.host ?? frameAround(up);
}

const frameAround = (doc) => doc.defaultView?.frameElement ?? null;

function* ancestors(el, most = 64) {
  for (let up = parentOf(el); up && up !== document.body && most > 0; up = parentOf(up), most--) yield up;
}

/** True when `inner` is `outer` or shown inside of it. */
function holds(outer, inner) {
  if (!inner || outer.contains(inner)) return Boolean(inner);
  if (!tree.deep) return false;
  for (let up = parentOf(inner); up; up = parentOf(up)) if (up === outer) return true;
  return false;
}

/** All elements below `root` that match, through shadow roots and frames. */
function every(root, selector) {
  if (!root) return [];
  const found = [...root.querySelectorAll(selector)];
  return tree.deep ? found.concat(...depthsOf(root).map((inner) => every(inner, selector))) : found;
}

/** The shadow roots and frames directly inside of a root. */
function depthsOf(root) {
  const found = [];
  for (const el of [root, ...root.querySelectorAll('*')]) {
    if (el.shadowRoot) found.push(el.shadowRoot);
    else if (el.localName === 'iframe' && insideOf(el)) found.push(insideOf(el));
    else if (el.localName === 'slot') found.push(...el.assignedElements().filter((given) => !root.contains(given)).map(asRoot));
  }
  return found;
}

/** An element that a slot shows here, as a root of its own: it may match itself. */
const asRoot = (el) => ({
  querySelectorAll: (selector) => [...(el.matches(selector) ? [el] : []), ...el.querySelectorAll(selector)],
  contains: (other) => el.contains(other),
});

function closest(el, selector) {
  const here = el.closest(selector);
  if (here || !tree.deep) return here;
  for (let up = parentOf(el); up; up = parentOf(up)) if (up.matches(selector)) return up;
  return null;
}

/** What lies at a point of the window, down to the innermost. */
function atPoint(x, y) {
  let at = document.elementFromPoint(x, y);
  while (at && tree.deep) {
    const inner = innermost(at, x, y);
    if (!inner || inner === at) return at;
    at = inner;
  }
  return at;
}

function innermost(at, x, y) {
  const { left, top } = offsetOf(at);
  if (at.shadowRoot) return at.shadowRoot.elementFromPoint(x - left, y - top);
  if (at.localName !== 'iframe' || !insideOf(at)) return null;
  const box = at.getBoundingClientRect();
  return at.contentDocument.elementFromPoint(x - left - box.left - at.clientLeft, y - top - box.top - at.clientTop);
}

/** Where the element's own frame lies in the window. */
function offsetOf(el) {
  let left = 0;
  let top = 0;
  for (let frame = frameOf(el); frame; frame = frameOf(frame)) {
    const box = frame.getBoundingClientRect();
    left += box.left + frame.clientLeft;
    top += box.top + frame.clientTop;
  }
  return { left, top };
}

const frameOf = (el) => (el.ownerDocument === document ? null : frameAround(el.ownerDocument));
