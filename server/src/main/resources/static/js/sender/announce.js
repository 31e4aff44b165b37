// Tells a screen reader how the sends go: at each state, and at each tenth, not more.
import { t } from '../i18n.js';
import { ended, onWorld, world } from '../world.js';
import { outcome } from './receipts.js';
import { what } from './send-card.js';

const told = new Map();
let begun = false;

export function startAnnouncing(region) {
  const speak = text => { region.textContent = text; };
  onWorld(() => {
    if (!world.ready) return;
    for (const send of world.sends.values()) {
      const tenth = Math.floor(send.confirmed * 10 / send.requested);
      const now = `${send.state} ${send.state === 'SENDING' ? tenth : ''}`;
      const before = told.get(send.id);
      told.set(send.id, now);
      if (!begun || before === now || (before === undefined && ended(send))) continue;
      if (ended(send)) speak(`${what(send)}: ${t(`common.state.${send.state}`)}. ${outcome(send)} ${send.reason?.sentence ?? ''}`);
      else speak(t('sender.announce', { what: what(send), state: t(`common.state.${send.state}`), percent: tenth * 10 }));
    }
    for (const id of told.keys()) if (!world.sends.has(id)) told.delete(id);
    begun = true;
  });
}
