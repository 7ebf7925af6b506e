import {choose, language, t} from './i18n.js';
import {el} from './dom.js';
import {key} from './api.js';
import {icons} from './icons.js';
import {openKey} from './key.js';
import {searchBox} from './search.js';

const PAGES = [['start', './'], ['entities', 'entity.html'], ['query', 'sparql.html'], ['evaluation', 'evaluation.html']];
const THEMES = ['auto', 'light', 'dark'];

/** Draws what is around every page: skip link, head with navigation and search, foot. */
function frame() {
  const page = document.body.dataset.page;
  document.body.prepend(
    el('a.skip', {href: '#main'}, t('skip')),
    el('header.masthead', {}, el('div', {}, brand(), navigation(page), search(), tools())));
  document.body.append(el('footer.footer', {}, el('div', {},
    el('span', {}, t('brand.claim')),
    el('a', {href: 'q/openapi?format=json'}, t('nav.api')),
    el('a', {href: 'lib/LICENCES.txt'}, t('footer.licences')),
    el('a', {href: 'q/health'}, t('footer.health')))));
  takeKeyFromAddress();
}

const brand = () => el('a.brand', {href: './'}, el('img', {src: 'img/newsreel.svg', alt: '', width: 30, height: 30}), t('brand'));

const navigation = page => el('nav', {'aria-label': t('nav')}, PAGES.map(([name, href]) =>
  el('a', {href, 'aria-current': name === page ? 'page' : null}, t(`nav.${name}`))));

const search = () => searchBox(document.body.dataset.page === 'start' ? new URLSearchParams(location.search).get('q') ?? '' : '');

function tools() {
  const colours = el('button.button.icon', {type: 'button'});
  const showTheme = name => {
    colours.replaceChildren(icons[name]());
    colours.title = t('theme.label', {name: t(`theme.${name}`)});
    colours.setAttribute('aria-label', colours.title);
  };
  showTheme(document.documentElement.dataset.theme ?? 'auto');
  colours.addEventListener('click', () => {
    const next = THEMES[(THEMES.indexOf(document.documentElement.dataset.theme ?? 'auto') + 1) % THEMES.length];
    setTheme(next);
    showTheme(next);
  });
  const keyButton = el('button.button.icon', {type: 'button', click: () => openKey()}, icons.key());
  const showKey = () => {
    keyButton.title = key.get() ? t('key.open.set') : t('key.open');
    keyButton.setAttribute('aria-label', keyButton.title);
    keyButton.classList.toggle('on', Boolean(key.get()));
  };
  showKey();
  addEventListener('newsreel-key', showKey);
  const other = language === 'zh' ? 'en' : 'zh';
  return el('div.tools', {},
    keyButton, colours,
    el('button.button', {type: 'button', lang: other, title: t('language.switch'), click: () => choose(other)}, t('language.other')));
}

function setTheme(name) {
  if (name === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
  try {
    localStorage.setItem('newsreel.theme', name);
  } catch {
    // Holds for this page alone then.
  }
  dispatchEvent(new CustomEvent('newsreel-theme'));
}

/** A link may bring a key along; it goes into the tab's memory and out of the address. */
function takeKeyFromAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  if (!given.has('key')) return;
  key.set(given.get('key'));
  given.delete('key');
  const rest = given.toString();
  history.replaceState(null, '', location.pathname + location.search + (rest ? `#${rest}` : ''));
}

/** Names the page in the window's title. */
export const title = name => { document.title = name ? `${name} · ${t('brand')}` : t('brand'); };

frame();
