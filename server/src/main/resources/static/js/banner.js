// Says when the connection is down, what that means, and as of when the page is; and when the database was put back.
import { h } from './dom.js';
import { icon } from './icons.js';
import { clock, onLanguage, say } from './i18n.js';
import { onWorld, world } from './world.js';

const patience = 900;

export function drawBanner() {
  const words = h('span', {});
  const banner = h('div', { class: 'banner', role: 'status', hidden: true }, icon('offline'), words);
  document.querySelector('main').before(banner);
  let timer = 0;
  const draw = () => {
    clearTimeout(timer);
    if (world.connection === 'down') {
      timer = setTimeout(() => {
        banner.hidden = false;
        say(words, 'common.down', { time: world.asOf ? clock(world.asOf) : '–' });
      }, banner.hidden ? patience : 0);
    } else if (world.restored) {
      banner.hidden = false;
      words.textContent = world.restored;
    } else {
      banner.hidden = true;
      words.textContent = '';
    }
  };
  onWorld(draw);
  onLanguage(draw);
}
