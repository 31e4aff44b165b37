// Builders of elements. Texts go in as text, never as HTML.
import { say, sayAttribute } from './i18n.js';

const special = {
  t: (made, key, props) => say(made, key, props.args),
  args: () => {},
  text: (made, value) => { made.textContent = value ?? ''; },
  class: (made, value) => { if (value) made.className = value; },
  label: (made, key) => sayAttribute(made, 'label', key),
  title: (made, key) => sayAttribute(made, 'title', key),
  placeholder: (made, key) => sayAttribute(made, 'placeholder', key),
  data: (made, values) => Object.assign(made.dataset, values),
  on: (made, handlers) => Object.entries(handlers).forEach(([name, handler]) => made.addEventListener(name, handler)),
  css: (made, values) => Object.entries(values).forEach(([name, value]) => made.style.setProperty(name, value)),
};

/**
 * h('p', {class: 'quiet', t: 'common.key', args: {n: 3}}, …children). `t`, `label`, `title` and `placeholder` take keys
 * of texts; `text` takes text as it is; `on` handlers; `data` data attributes; all else becomes an attribute.
 */
export function h(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined) continue;
    if (name in special) special[name](made, value, props);
    else if (typeof value === 'boolean' && !name.startsWith('aria-')) made.toggleAttribute(name, value);
    else made.setAttribute(name, value);
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

/** The one element below root that is called name: data-at="name". */
export const at = (name, root = document) => root.querySelector(`[data-at="${name}"]`);

export const fill = (element, ...children) => element.replaceChildren(...children.flat().filter(Boolean));

/** Sets an attribute, or takes it away when the value is null. Only what changed is touched. */
export function attribute(element, name, value) {
  if (value === null || value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
}

/**
 * Keeps a list of elements equal to a list of values: elements stay (focus and selection with them), are updated, added,
 * removed and put in order. make(value) builds one, update(element, value) fills it.
 */
export function keyed(parent, values, key, make, update) {
  const there = new Map([...parent.children].map(child => [child.dataset.key, child]));
  values.forEach((value, place) => {
    const name = String(key(value));
    const element = there.get(name) ?? Object.assign(make(value));
    element.dataset.key = name;
    there.delete(name);
    update(element, value);
    if (parent.children[place] !== element) parent.insertBefore(element, parent.children[place] ?? null);
  });
  for (const gone of there.values()) gone.remove();
}

/** Calls the last asked for, once, when nothing was asked for so long. */
export function settled(milliseconds, call) {
  let timer = 0;
  return (...args) => {
    clearTimeout(timer);
    timer = setTimeout(() => call(...args), milliseconds);
  };
}
