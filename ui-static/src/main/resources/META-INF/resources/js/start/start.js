import {t} from '../core/i18n.js';
import {el, fill, panel} from '../core/dom.js';
import {getItems, getOverview} from '../core/api.js';
import {title} from '../core/frame.js';
import {roleName} from '../core/format.js';
import {number} from '../core/i18n.js';
import {empty, show} from '../core/states.js';
import {cards} from './cards.js';
import {find} from './find.js';
import {uploadPanel} from './upload.js';

const PAGE = 24;
const FIGURES = ['items', 'entities', 'facts', 'statements', 'videos', 'pictures'];
const asked = new URLSearchParams(location.search);
const words = (asked.get('q') ?? '').trim();
const offset = Math.max(0, Number.parseInt(asked.get('offset') ?? '0', 10) || 0);
const root = document.getElementById('main');

function pageLink(name, to) {
  const query = new URLSearchParams(words ? {q: words} : {});
  if (to > 0) query.set('offset', to);
  return el('a.button', {href: `./?${query}`}, t(name));
}

/** Links to the pages before and after, where there are any. */
const pager = (total, shown) => (total > PAGE || offset > 0) && el('nav.pager', {'aria-label': t('start.pages')},
  offset > 0 && pageLink('start.previous', Math.max(0, offset - PAGE)),
  el('span.muted', {}, t('start.range', {from: Math.min(offset + 1, total), to: offset + shown, total})),
  offset + shown < total && pageLink('start.next', offset + PAGE));

/** The newest items. */
async function list() {
  const {total, items} = await getItems({offset, limit: PAGE});
  if (total === 0) return empty(el('p', {}, t('start.empty')), el('p', {}, el('code.mono', {}, './newsreel ingest FOLDER')));
  if (items.length === 0) return empty(el('p', {}, t('start.beyond')), el('p.ways', {}, el('a', {href: './'}, t('back.start'))));
  return [cards(items), pager(total, items.length)];
}

/** The counts above the list, then the models; both come when they are counted, the list does not wait. */
function figures() {
  const strip = el('dl.figures', {'aria-label': t('start.figures')}, FIGURES.map(name =>
    el('div', {}, el('dt', {}, t(`start.${name}`)), el('dd', {'data-figure': name}, '–'))));
  const models = el('div');
  getOverview().then(overview => {
    for (const name of FIGURES) strip.querySelector(`[data-figure=${name}]`).textContent = number(overview[name]);
    fill(models, modelList(overview.models));
  }, () => {});
  return [strip, models];
}

/** One line a model, with everything it is used for. */
function modelList(models) {
  const byName = new Map();
  for (const {name, role, items} of models) {
    const known = byName.get(name) ?? {roles: [], items: 0};
    byName.set(name, {roles: [...known.roles, roleName(role)], items: Math.max(known.items, items)});
  }
  return panel(t('start.models'), {},
    byName.size === 0 ? el('p.more.muted', {}, t('start.models.none'))
      : el('ul.modellist', {}, [...byName].map(([name, {roles, items}]) => el('li', {},
        el('span.name', {}, name),
        el('span.muted', {}, t('noun.items', {n: items})),
        el('span.role', {}, roles.join(' · '))))));
}

title(words ? t('find.title', {words}) : '');
if (words) {
  fill(root, el('div.page-head', {}, el('h1', {}, t('find.title', {words}))));
  const place = el('div');
  root.append(place);
  show(place, () => find(words, {offset, limit: PAGE}, pager));
} else {
  const [strip, models] = figures();
  const items = el('div', {id: 'items'});
  fill(root, el('h1.visually-hidden', {}, t('start.title')), strip,
    el('div.start', {},
      el('section', {'aria-labelledby': 'newest'}, el('h2.section', {id: 'newest'}, t('start.newest')), items),
      el('aside', {'aria-label': t('upload.title')}, uploadPanel(() => show(items, list)), models)));
  show(items, list);
}
