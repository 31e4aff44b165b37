// A copy of the database on the daemon's machine.
import { api } from '../api.js';
import { at } from '../dom.js';
import { number, t } from '../i18n.js';
import { mayChange, session } from '../session.js';
import { toast, toastProblem } from '../toasts.js';

export function startBackup(root) {
  const form = at('backup-form', root);
  at('backup', root).hidden = session.read && !mayChange();
  form.addEventListener('submit', async event => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.setAttribute('aria-busy', 'true');
    try {
      const copy = await api.post('/api/backup', { file: form.file.value.trim() });
      toast('good', t('settings.backup.done'), t('settings.backup.done.detail', { file: copy.file, size: number(Math.ceil(copy.bytes / 1024)) }));
      form.reset();
    } catch (problem) {
      toastProblem(problem, t('settings.backup.not'));
    } finally {
      button.removeAttribute('aria-busy');
    }
  });
}
