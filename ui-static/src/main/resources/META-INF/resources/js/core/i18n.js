/** "en" or "zh", as early.js found it. */
export const language = document.documentElement.lang === 'zh' ? 'zh' : 'en';

/** The tag that dates and numbers are written by. */
export const locale = language === 'zh' ? 'zh-CN' : 'en-GB';

const {default: strings} = await import(`./strings/${language}.js`);
const plurals = new Intl.PluralRules(language);
const numbers = new Intl.NumberFormat(locale);

export const number = n => numbers.format(n);

/**
 * The words of the interface for a key. A string with forms takes the one for `n`; {name} stands for a value.
 * @throws {Error} when no language has the key: a test finds those that only one has
 */
export function t(key, values = {}) {
  const found = strings[key];
  if (found === undefined) throw new Error(`no words for ${key}`);
  const text = typeof found === 'string' ? found : found[plurals.select(values.n)] ?? found.other;
  return text.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name];
    return typeof value === 'number' ? number(value) : String(value ?? '');
  });
}

/** The words for one of several keys of a kind, or the name itself where it is none that is known. */
export const known = (kind, name) => (strings[`${kind}.${name}`] === undefined ? name : t(`${kind}.${name}`));

/** Keeps the choice and shows the page anew in that language. */
export function choose(tag) {
  try {
    localStorage.setItem('newsreel.language', tag);
  } catch {
    // A browser that keeps nothing still gets the address.
  }
  const address = new URL(location.href);
  address.searchParams.set('lang', tag);
  location.replace(address);
  if (address.hash) location.reload();
}
