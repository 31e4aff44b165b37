// A line of settings: what it is, a hint, and the control.
import { h } from '../dom.js';

export const pair = (key, control, hint = null, id = null) => h('div', { class: 'pair' },
  h('div', {}, id ? h('label', { class: 'what', for: id, t: key }) : h('p', { class: 'what', t: key }), hint && h('p', { class: 'hint', t: hint })), control);
