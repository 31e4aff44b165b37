// How hard a password is to guess, in words. A hint for a person; the daemon decides.

const runs = ['abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'azertyuiop', 'asdfghjkl', 'qsdfghjklm', '0123456789'];
export const least = 12;

/** 0 too short, 1 easily guessed, 2 fair, 3 good, 4 very good. */
export function strength(word, name) {
  const letters = [...word.normalize('NFC')];
  if (letters.length < least) return 0;
  const small = word.toLowerCase();
  if (name && small.includes(name.toLowerCase()) && name.length > 3) return 1;
  if (/password|motdepasse|cadeau|tiktok|letmein/.test(small)) return 1;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter(kind => kind.test(word)).length;
  const different = new Set(letters).size;
  const walked = runs.some(run => [...run].some((_, n) => n + 5 <= run.length && small.includes(run.slice(n, n + 5))));
  const score = Math.min(different, 16) / 4 + kinds / 2 + (letters.length - least) / 6 - (walked ? 2 : 0);
  return score < 3 ? 1 : score < 4 ? 2 : score < 5.5 ? 3 : 4;
}
