import {t} from '../core/i18n.js';
import {el, panel} from '../core/dom.js';
import {entityPage, iriRef, lookUp, select, summaries, whyPage} from '../core/api.js';
import {kindClass, kindName} from '../core/format.js';
import {loadTerms, termName} from '../core/terms.js';
import {empty} from '../core/states.js';
import {cards} from './cards.js';

const ENTITIES = 24;
const FACTS = 40;
const CENTRAL = 12;
/** From here on a name has all the words, though not whole; below it is misspelt. */
const SURE = 0.6;

/**
 * Entities, facts and items with the words, as one page.
 *
 * @param {{offset: number, limit: number}} page which items
 * @param {Function} pager makes the links to the pages before and after
 */
export async function find(words, {offset, limit}, pager) {
  const [entities, items, named] = await Promise.all([
    lookUp({q: words, kind: 'entity', limit: ENTITIES}), lookUp({q: words, kind: 'item', offset, limit}),
    lookUp({q: words, kind: 'relation', limit: CENTRAL}), loadTerms()]);
  const [facts, news] = await Promise.all([
    factsOf(central(entities.matches), named.matches), summaries(items.matches.map(match => match.id))]);
  if (entities.total === 0 && facts.length === 0 && items.total === 0) {
    return empty(el('p', {}, t('find.none')), el('p.ways', {},
      el('a', {href: 'entity.html'}, t('back.entities')), el('a', {href: './'}, t('back.start')), el('a', {href: 'sparql.html'}, t('find.ask'))));
  }
  return el('div.found', {},
    entities.total > 0 && panel(t('find.entities'), {count: entities.total}, el('div.entities.all', {}, entities.matches.map(chip)),
      entities.total > entities.matches.length
        && el('p.more', {}, el('a', {href: `entity.html?${new URLSearchParams({q: words})}`}, t('find.allEntities')))),
    panel(t('find.facts'), {count: facts.length}, facts.length ? factList(facts) : el('p.more.muted', {}, t('find.noFacts'))),
    items.total > 0 && el('section', {'aria-labelledby': 'found-items'},
      el('h2.section', {id: 'found-items'}, t('find.items'), ' ', el('span.muted', {}, t('noun.items', {n: items.total}))),
      cards(news), pager(items.total, items.matches.length)));
}

export const chip = entity => el(`a.chip.${kindClass(entity.type)}`, {href: entityPage(entity.id), title: kindName(entity.type)},
  el('span', {}, entity.name));

/** Those whose facts are meant: names that only resemble the words count where no other has them. */
function central(entities) {
  const sure = entities.filter(e => e.score >= SURE);
  return (sure.length ? sure : entities).slice(0, CENTRAL);
}

/** Facts that an entity found takes part in, or whose relation is called so. */
async function factsOf(entities, relations) {
  const named = relations.map(r => iriRef(r.id));
  const who = entities.map(e => iriRef(e.id));
  const parts = [
    who.length && `{ VALUES ?s { ${who.join(' ')} } ?s ?p ?o }`,
    who.length && `{ VALUES ?o { ${who.join(' ')} } ?s ?p ?o }`,
    named.length && `{ VALUES ?p { ${named.join(' ')} } ?s ?p ?o }`,
  ].filter(Boolean);
  if (parts.length === 0) return [];
  return select(`PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?s ?p ?o (SAMPLE(?sn) AS ?subject) (SAMPLE(?on) AS ?object) WHERE {
  { SELECT DISTINCT ?s ?p ?o WHERE { ${parts.join(' UNION ')} FILTER(STRSTARTS(STR(?p), "https://w3id.org/newsreel/ns#") && ISIRI(?o)) } LIMIT ${FACTS} }
  ?s rdfs:label ?sn . ?o rdfs:label ?on
} GROUP BY ?s ?p ?o ORDER BY ?subject ?p`);
}

const factList = rows => el('ul.factlist', {}, rows.map(r => el('li', {},
  el('a.s', {href: entityPage(r.s.value)}, r.subject.value), ' ',
  el('span.p', {}, termName(r.p.value)), ' ',
  el('a.s', {href: entityPage(r.o.value)}, r.object.value),
  el('a.button.small.why', {href: whyPage(r.s.value, r.p.value, r.o.value)}, t('facts.why')))));
