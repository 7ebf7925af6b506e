import {t} from '../core/i18n.js';
import {el, fill, panel} from '../core/dom.js';
import {findEntities, getEntity, getItem} from '../core/api.js';
import {title} from '../core/frame.js';
import {kindClass, kindName, KINDS} from '../core/format.js';
import {empty, show} from '../core/states.js';
import {loadTerms} from '../core/terms.js';
import {itemPage} from '../core/api.js';
import {chip} from '../start/find.js';
import {factPanel} from './facts.js';
import {faces} from './faces.js';
import {identityPanel} from './identity.js';
import {neighbourhood} from './neighbourhood.js';

const LIMIT = 120;
const ITEMS_WITH_FACES = 8;
const root = document.getElementById('main');
const asked = new URLSearchParams(location.search);

function searchForm(words) {
  return el('form', {role: 'search', method: 'get', action: 'entity.html', 'aria-label': t('entities.title')},
    el('input.field', {name: 'q', type: 'search', value: words, placeholder: t('entities.hint'), 'aria-label': t('entities.label'), autocomplete: 'off'}),
    el('button.button', {}, t('search')));
}

async function matches(words) {
  title(t('entities.title'));
  const {total, entities} = await findEntities(words, LIMIT);
  const count = t('noun.entities', {n: total});
  return [
    el('div.page-head', {}, el('h1', {}, t('entities.title')),
      el('p.muted', {role: 'status'}, words ? t('entities.with', {count, words}) : count),
      searchForm(words)),
    total === 0 ? empty(el('p', {}, t(words ? 'entities.noMatch' : 'entities.none')), el('p.ways', {}, el('a', {href: './'}, t('back.start')))) : null,
    KINDS.map(type => [type, entities.filter(e => (e.type ?? 'MISC') === type)])
      .filter(([, found]) => found.length)
      .map(([type, found]) => panel(t(`kinds.${type}`), {count: found.length}, el('div.entities.all', {}, found.map(chip)))),
    total > entities.length && el('p.more.muted', {}, t('entities.first', {n: entities.length})),
  ];
}

async function one(id) {
  const [entity] = await Promise.all([getEntity(id), loadTerms()]);
  title(entity.name);
  const others = entity.labels.filter(l => l !== entity.name);
  const seen = el('div');
  const draw = () => show(root, () => one(id));
  queueMicrotask(async () => {
    const items = await Promise.all(entity.items.slice(0, ITEMS_WITH_FACES).map(i => getItem(i.id).catch(() => null)));
    fill(seen, faces(entity, items.filter(Boolean)));
  });
  return [
    el('div.page-head', {},
      el('h1', {}, entity.name),
      el(`span.chip.${kindClass(entity.type)}`, {}, el('span', {}, kindName(entity.type)))),
    el('p.meta', {}, others.length > 0 && el('span', {}, t('entity.also'), ' ', el('b', {}, others.join(' · '))),
      el('span.mono', {}, entity.id)),
    el('div.entity', {},
      el('div', {}, factPanel(entity), neighbourhood(entity)),
      el('div', {}, seen, identityPanel(entity, draw), itemPanel(entity))),
  ];
}

const itemPanel = entity => panel(t('entity.items'), {count: entity.items.length},
  el('ul.itemlist', {}, entity.items.map(i => el('li', {lang: i.language},
    el('a', {href: itemPage(i.id, {entity: entity.id})}, i.headline || i.id)))));

if (asked.has('id')) show(root, () => one(asked.get('id')), el('a', {href: 'entity.html'}, t('back.entities')));
else show(root, () => matches((asked.get('q') ?? '').trim()));
