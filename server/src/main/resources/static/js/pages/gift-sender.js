import { at, fill, h } from '../dom.js';
import { onWorld, running } from '../world.js';

export function mount(root) {
  onWorld(() => fill(at('running', root), running().map(send => h('p', { text: `${send.gift.name} ${send.confirmed}/${send.requested}` }))));
}
