// The list with its filters as a file, as the daemon makes it: all that fits, however much that is.
import { api } from '../api.js';
import { h } from '../dom.js';
import { t } from '../i18n.js';
import { toast, toastProblem } from '../toasts.js';

function save(name, parts, type) {
  const link = h('a', { href: URL.createObjectURL(new Blob(parts, { type })), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** @param format csv or json */
export async function exportSends(format, search, button) {
  button.setAttribute('aria-busy', 'true');
  try {
    const asked = new URLSearchParams(search);
    asked.set('format', format);
    const file = await api.get(`/api/sends/export?${asked}`, { file: true });
    // Spreadsheets take a table for UTF-8 only with a mark in front.
    save(`cadeau-${new Date().toISOString().slice(0, 10)}.${format}`, format === 'csv' ? ['\ufeff', file] : [file], file.type);
    toast('good', t('history.exported'));
  } catch (problem) {
    toastProblem(problem);
  } finally {
    button.removeAttribute('aria-busy');
  }
}
