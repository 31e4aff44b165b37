// Calls of the API. Errors come as Problem, with a code and whether coins may have been spent. An expired log-in is
// renewed, or asked for in a dialog, and the call is made again: it was refused before anything was done.
import { language } from './i18n.js';
import { guard, readSession, refreshSession, session } from './session.js';

const noLogin = new Set(['TOKEN_EXPIRED', 'LOGIN_NEEDED', 'REFRESH_REUSED']);
let askLogin = async () => false;

/** @property {'no'|'yes'|'unknown'} spent whether this call may have spent coins */
export class Problem extends Error {
  constructor({ code, detail, status = 0, spent = 'no', field = null, errors = [], choices = [] }, after = 0) {
    super(detail ?? code);
    Object.assign(this, { code, status, spent, field, errors, choices, after });
  }
}

/** What asks for the password; answers true when there is a session again. */
export function whenLoggedOut(ask) {
  askLogin = ask;
}

async function reach(method, path, body, { headers = {}, signal, mayCost }) {
  try {
    return await fetch(path, {
      method,
      signal,
      credentials: 'same-origin',
      cache: 'no-store',
      headers: {
        Accept: 'application/json, application/problem+json',
        'Accept-Language': language(),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(method === 'GET' ? {} : guard()),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (failed) {
    if (failed.name === 'AbortError') throw failed;
    throw new Problem({ code: 'NO_CONNECTION', spent: mayCost ? 'unknown' : 'no' });
  }
}

async function problem(answer, mayCost) {
  const told = await answer.json().catch(() => ({ code: `HTTP_${answer.status}`, spent: mayCost && answer.status >= 500 ? 'unknown' : 'no' }));
  return new Problem({ ...told, code: told.code ?? `HTTP_${answer.status}`, status: answer.status }, Number(answer.headers.get('Retry-After') ?? 0));
}

async function renewed(code, quiet) {
  if (code === 'CSRF') return Boolean((await readSession()).csrf);
  if (!noLogin.has(code)) return false;
  if (code !== 'REFRESH_REUSED' && session.read && await refreshSession().catch(() => false)) return true;
  return quiet ? false : askLogin();
}

async function call(method, path, body, options = {}) {
  let answer = await reach(method, path, body, options);
  for (let tries = 0; !answer.ok && tries < 2 && (answer.status === 401 || answer.status === 403); tries++) {
    const refused = await problem(answer, options.mayCost);
    if (!(await renewed(refused.code, options.quiet))) throw refused;
    answer = await reach(method, path, body, options);
  }
  if (!answer.ok) throw await problem(answer, options.mayCost);
  if (options.file) return answer.blob();
  const value = answer.status === 204 ? null : await answer.json().catch(() => null);
  return options.whole ? { value, status: answer.status, headers: answer.headers } : value;
}

/**
 * Options: headers; signal; mayCost (a lost answer leaves open whether coins went); quiet (do not ask for a log-in);
 * whole (answer {value, status, headers}); file (answer a Blob).
 */
export const api = {
  get: (path, options) => call('GET', path, undefined, options),
  post: (path, body = {}, options = {}) => call('POST', path, body, options),
  put: (path, body = {}, options = {}) => call('PUT', path, body, options),
  patch: (path, body = {}, options = {}) => call('PATCH', path, body, options),
  remove: (path, options) => call('DELETE', path, undefined, options),
};
