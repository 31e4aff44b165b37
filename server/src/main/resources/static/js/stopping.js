// Stops. Asked again while the daemon does not answer: stopping twice does no harm.
import { api } from './api.js';
import { t } from './i18n.js';
import { toast, toastProblem } from './toasts.js';

const tries = 5;

export const stopAll = () => stop({ all: true });
export const stopSend = id => stop({ send: id });

async function stop(what) {
  let last = null;
  for (let asked = 0; asked < tries; asked++) {
    try {
      return told(await api.post('/api/stop', what));
    } catch (problem) {
      last = problem;
      if (problem.code !== 'NO_CONNECTION') break;
      await new Promise(resolve => { setTimeout(resolve, 400); });
    }
  }
  toastProblem(last, t('common.stop.failed'));
  return null;
}

function told(answer) {
  const count = answer.sends.length;
  if (count === 0) toast('info', t('common.stop.none'));
  else toast('good', t('common.stop.done', { n: count }), answer.draining ? t('common.stop.draining', { n: answer.draining }) : t('common.stop.nothingMore'));
  return answer;
}
