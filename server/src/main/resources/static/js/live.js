// What happens, as it happens: a WebSocket that resumes where it was, backs off, and says when it is down. Without one
// /api/status is asked again and again instead.
import { api } from './api.js';

const first = 400;
const longest = 8000;
const retryFromPolling = 15000;

/**
 * @param onMessage called with {type, at, data}
 * @param onState called with 'open', 'polling' or 'down'
 */
export function openLive(onMessage, onState) {
  let newest = null;
  let wait = first;
  let failures = 0;
  let state = '';
  let timer = 0;

  const tell = next => { if (next !== state) onState(state = next); };
  const again = (step, after) => { clearTimeout(timer); timer = setTimeout(step, after); };

  async function connect() {
    let ticket;
    try {
      ({ ticket } = await api.post('/api/live/ticket'));
    } catch (problem) {
      return failed(problem.code === 'NO_CONNECTION' ? 'down' : 'polling');
    }
    const url = new URL('/api/live', location.href.replace(/^http/, 'ws'));
    url.searchParams.set('ticket', ticket);
    if (newest !== null) url.searchParams.set('after', newest);
    const socket = new WebSocket(url);
    let greeted = false;
    let heard = performance.now();
    const watch = setInterval(() => { if (performance.now() - heard > 45000 && greeted) socket.close(); }, 5000);
    socket.onmessage = event => {
      const message = JSON.parse(event.data);
      heard = performance.now();
      if (message.id !== undefined && message.type !== 'hello') newest = message.id;
      if (message.type === 'hello') {
        greeted = true;
        failures = 0;
        wait = first;
        if (!message.data.resumed) newest = message.data.newest ?? newest;
        tell('open');
      }
      if (message.type === 'reset') newest = message.data?.newest ?? message.id ?? null;
      onMessage(message);
    };
    socket.onclose = () => {
      clearInterval(watch);
      failed(greeted ? 'down' : 'polling');
    };
  }

  async function failed(next) {
    failures += 1;
    if (next === 'polling' || failures > 2) return poll(performance.now() + retryFromPolling);
    tell('down');
    again(connect, wait);
    wait = Math.min(wait * 2, longest);
  }

  // One that was down and answers again gets its socket at once; where there is no socket, it is tried now and then.
  async function poll(until) {
    try {
      const status = await api.get('/api/status');
      const wasDown = state === 'down';
      tell('polling');
      onMessage({ type: 'status', data: status });
      wait = first;
      if (wasDown || performance.now() > until) return again(connect, 0);
      again(() => poll(until), document.hidden ? 5000 : 500);
    } catch {
      tell('down');
      again(() => poll(until), wait);
      wait = Math.min(wait * 2, longest);
    }
  }

  addEventListener('online', () => again(connect, 0));
  connect();
}
