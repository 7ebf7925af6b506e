/* Runs before the page is painted, so that neither the colours nor the language flicker. */
(() => {
  const read = name => {
    try {
      return localStorage.getItem(`newsreel.${name}`);
    } catch {
      return null;
    }
  };
  const asked = new URLSearchParams(location.search).get('lang');
  const language = ['en', 'zh'].find(known => known === (asked ?? read('language')))
    ?? (navigator.languages?.find(tag => /^(en|zh)\b/i.test(tag)) ?? 'en').slice(0, 2).toLowerCase();
  document.documentElement.lang = language;
  const theme = read('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
})();
