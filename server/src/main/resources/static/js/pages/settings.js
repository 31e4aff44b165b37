// Settings: each section wires itself; one that the daemon does not know yet, or that the role does not allow, is left out.
import { at, fill, h } from '../dom.js';
import { onLanguage } from '../i18n.js';
import { alsoUses } from '../words.js';
import { startAbout } from '../settings/about.js';
import { startBackup } from '../settings/backup.js';
import { startConsent } from '../settings/consent.js';
import { startDoctor } from '../settings/doctor.js';
import { startLook } from '../settings/look.js';
import { startMembers } from '../settings/members.js';
import { startQueue } from '../settings/queue.js';
import { startRestored } from '../settings/restored.js';
import { startSending } from '../settings/sending.js';
import { startYou } from '../settings/you.js';

function contents(root) {
  const sections = [...root.querySelectorAll('section[id]')].filter(section => !section.hidden);
  fill(at('contents', root), sections.map(section => h('a', { href: `#${section.id}`, text: section.querySelector('h2').textContent })));
}

export async function mount(root) {
  await alsoUses('settings', 'reasons');
  startLook(root);
  startSending(root);
  startQueue(root);
  startBackup(root);
  startDoctor(root);
  startAbout(root);
  await Promise.all([startRestored(root), startYou(root), startMembers(root), startConsent(root)]);
  contents(root);
  onLanguage(() => contents(root));
  if (location.hash) root.querySelector(`section${location.hash}`)?.scrollIntoView();
}

