// Runs before the first paint (a classic script): the theme, the contrast, the motion and the language that were chosen.
(() => {
  const kept = name => { try { return localStorage.getItem(`cadeau.${name}`); } catch { return null; } };
  const asks = query => matchMedia(query).matches;
  const root = document.documentElement;
  const choose = () => {
    const theme = kept('theme') ?? 'dark';
    root.dataset.theme = theme !== 'system' ? theme : asks('(prefers-color-scheme: light)') ? 'light' : 'dark';
    root.dataset.contrast = (kept('contrast') ?? 'system') === 'more' || asks('(prefers-contrast: more)') ? 'more' : 'usual';
    root.dataset.motion = (kept('motion') ?? 'system') === 'less' || asks('(prefers-reduced-motion: reduce)') ? 'less' : 'usual';
  };
  root.lang = kept('language') ?? (navigator.language.startsWith('fr') ? 'fr' : 'en');
  root.dataset.waiting = '';
  choose();
  addEventListener('cadeau:look', choose);
  for (const query of ['(prefers-color-scheme: light)', '(prefers-contrast: more)', '(prefers-reduced-motion: reduce)']) {
    matchMedia(query).addEventListener('change', choose);
  }
})();
