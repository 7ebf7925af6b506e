import {el, fill} from './dom.js';
import {entityPage, findEntities, getEntity, itemPage} from './api.js';
import {count, kindClass, KINDS} from './format.js';

const LIMIT = 120;
const root = document.getElementById('entity');
const asked = new URLSearchParams(location.search);

const kindName = type => Object.fromEntries(KINDS)[type] ?? 'Entity';

const chip = entity => el(`a.chip.${kindClass(entity.type)}`, {href: entityPage(entity.id), title: kindName(entity.type)},
  el('span', {}, entity.name));

function searchForm(words) {
  return el('form', {role: 'search', method: 'get', action: 'entity.html'},
    el('input.field', {name: 'q', type: 'search', value: words, placeholder: 'Name of a person, place …', 'aria-label': 'Name', autocomplete: 'off'}),
    el('button.button', {}, 'Search'));
}

async function showMatches(words) {
  const {total, entities} = await findEntities(words, LIMIT);
  fill(root,
    el('div.page-head', {}, el('h1', {}, 'Entities'),
      el('p.muted', {role: 'status'}, words ? `${count(total, 'entity', 'entities')} with “${words}”` : count(total, 'entity', 'entities')),
      searchForm(words)),
    total === 0 ? el('p.notice', {}, words ? 'No entity has these words in its name.' : 'The graph has no entities yet.') : null,
    KINDS.map(([type, name]) => [name, entities.filter(e => (e.type ?? 'MISC') === type)])
      .filter(([, found]) => found.length)
      .map(([name, found]) => el('section.panel', {'aria-label': name},
        el('header', {}, el('h2', {}, name), el('span.count', {}, found.length)),
        el('div.entities', {}, found.map(chip)))),
    total > entities.length && el('p.more.muted', {}, `The first ${entities.length} are shown: search for the others by name.`));
}

async function showEntity(id) {
  const entity = await getEntity(id);
  document.title = `${entity.name} · Newsreel`;
  const headlines = new Map(entity.items.map(i => [i.id, i]));
  const others = entity.labels.filter(l => l !== entity.name);
  fill(root,
    el('div.page-head', {}, el('h1', {}, entity.name), el(`span.chip.${kindClass(entity.type)}`, {}, el('span', {}, kindName(entity.type))), searchForm('')),
    others.length ? el('p.muted', {}, `Also called ${others.join(', ')}`) : null,
    el('section.panel', {'aria-label': 'Facts'},
      el('header', {}, el('h2', {}, 'Facts'), el('span.count', {}, count(entity.facts.length, 'fact'))),
      entity.facts.length
        ? el('div.results', {}, el('table', {},
          el('thead', {}, el('tr', {}, ['Subject', 'Property', 'Object', 'Stated in'].map(h => el('th', {scope: 'col'}, h)))),
          el('tbody', {}, entity.facts.map(f => factRow(f, entity, headlines)))))
        : el('p.more.muted', {}, 'No relation with this entity was found.')),
    el('section.panel', {'aria-label': 'Items'},
      el('header', {}, el('h2', {}, 'News items'), el('span.count', {}, count(entity.items.length, 'item'))),
      el('ul.itemlist', {}, entity.items.map(i => el('li', {lang: i.language},
        el('a', {href: itemPage(i.id, {entity: entity.id})}, i.headline || i.id))))));
}

function factRow(fact, entity, headlines) {
  const party = ({id, name}) => (id === entity.id ? el('b', {}, name) : el('a', {href: entityPage(id)}, name));
  return el('tr', {}, el('td', {}, party(fact.subject)), el('td', {}, fact.label), el('td', {}, party(fact.object)),
    el('td', {}, fact.sources.map(s => el('div', {},
      el('a', {href: itemPage(s.item, {statement: s.statement}), lang: headlines.get(s.item)?.language}, headlines.get(s.item)?.headline || s.item),
      el('span.muted', {}, ` ${s.confidence.toFixed(2)}`)))));
}

try {
  await (asked.has('id') ? showEntity(asked.get('id')) : showMatches((asked.get('q') ?? '').trim()));
} catch (e) {
  fill(root, el('div.notice.error', {role: 'alert'}, el('p', {}, e.message), el('p', {}, el('a', {href: 'entity.html'}, 'All entities'))));
}
