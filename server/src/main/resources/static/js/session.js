// Who is logged in on this page, and the token that guards changes. Read from /api/auth/state.

export const session = {
  read: false, needsAdmin: false, keyHolder: false, member: null, csrf: null, version: '', live: '', simulator: true, consent: null,
};
let refreshing = null;

export async function readSession() {
  const answer = await fetch('/api/auth/state', { credentials: 'same-origin', cache: 'no-store' });
  if (answer.ok) Object.assign(session, await answer.json(), { read: true });
  return session;
}

/** A fresh access token by the refresh cookie; one at a time, whoever asks. False: a password is needed. */
export function refreshSession() {
  refreshing ??= fetch('/api/auth/refresh', { method: 'POST', credentials: 'same-origin', headers: guard() })
    .then(async answer => answer.ok && Boolean((await readSession()).member))
    .finally(() => { refreshing = null; });
  return refreshing;
}

export const guard = () => (session.csrf ? { 'X-CSRF-Token': session.csrf } : {});

/** Logs in; the session is read anew. Answers the problem, or null when all went well. */
export async function logIn(name, password) {
  const answer = await fetch('/api/auth/login', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ name, password, cookie: true }),
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    return { status: answer.status, code: 'UNREADABLE', ...problem, after: Number(answer.headers.get('Retry-After') ?? 0) };
  }
  await readSession();
  return null;
}

export const mayChange = () => session.member?.role === 'ADMIN' || session.member?.role === 'MANAGER';
export const isAdmin = () => session.member?.role === 'ADMIN';
