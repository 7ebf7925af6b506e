import {t} from '../core/i18n.js';
import {el, panel} from '../core/dom.js';
import {entityPage, itemPage, whyPage} from '../core/api.js';
import {meter} from '../core/meter.js';
import {share} from '../core/format.js';
import {termName} from '../core/terms.js';

/** The facts of an entity by relation, those with the best evidence first. */
export function factPanel(entity) {
  const groups = new Map();
  for (const fact of entity.facts) {
    const forward = fact.subject.id === entity.id;
    const key = `${fact.property}\n${forward}`;
    if (!groups.has(key)) groups.set(key, {property: fact.property, forward, facts: []});
    groups.get(key).facts.push({...fact, other: forward ? fact.object : fact.subject, best: best(fact)});
  }
  const ranked = [...groups.values()].sort((a, b) => most(b) - most(a));
  return panel(t('entity.facts'), {count: t('noun.facts', {n: entity.facts.length})},
    ranked.length ? ranked.map(group => relation(group, entity)) : el('p.more.muted', {}, t('entity.noFacts')));
}

const best = fact => Math.max(0, ...fact.sources.map(s => s.confidence));
const most = group => Math.max(...group.facts.map(f => f.best));

function relation({property, forward, facts}, entity) {
  const name = termName(property);
  const headlines = new Map(entity.items.map(i => [i.id, i]));
  return el('section.relation', {},
    el('h3', {}, forward ? name : t('entity.backward', {relation: name}),
      el('span.muted', {}, `${t('noun.facts', {n: facts.length})} · ${t('entity.best', {value: share(most({facts}))})}`)),
    el('ul', {}, facts.sort((a, b) => b.best - a.best).map(fact => el('li', {},
      el('a', {href: entityPage(fact.other.id)}, fact.other.name),
      sources(fact, headlines),
      meter(fact.best),
      el('a.button.small', {href: whyPage(fact.subject.id, property, fact.object.id)}, t('facts.why'))))));
}

/** One item by its headline; several by their number, with the Why page as the place to see them. */
function sources(fact, headlines) {
  const items = [...new Set(fact.sources.map(s => s.item))];
  if (items.length !== 1) return el('span.muted', {}, t('noun.sources', {n: items.length}));
  const item = headlines.get(items[0]);
  return el('a.muted.source', {href: itemPage(items[0], {statement: fact.sources[0].statement}), lang: item?.language}, item?.headline || items[0]);
}
