import {t} from '../core/i18n.js';
import {el, panel} from '../core/dom.js';
import {entityPage, findEntities, iriRef, select, whyPage} from '../core/api.js';
import {kindClass, kindName} from '../core/format.js';
import {loadTerms, relations, termName} from '../core/terms.js';
import {empty} from '../core/states.js';

const ENTITIES = 24;
const FACTS = 40;

/** Entities, facts and items with the words, as one page. */
export async function find(words, list) {
  const [{total, entities}, items] = await Promise.all([findEntities(words, ENTITIES), list(), loadTerms()]);
  const facts = await factsOf(words, entities);
  if (total === 0 && facts.length === 0 && !items) {
    return empty(el('p', {}, t('find.none')), el('p.ways', {}, el('a', {href: 'entity.html'}, t('back.entities'))));
  }
  return el('div.found', {},
    total > 0 && panel(t('find.entities'), {count: total}, el('div.entities.all', {}, entities.map(chip)),
      total > entities.length && el('p.more', {}, el('a', {href: `entity.html?${new URLSearchParams({q: words})}`}, t('find.allEntities')))),
    panel(t('find.facts'), {count: facts.length}, facts.length ? factList(facts) : el('p.more.muted', {}, t('find.noFacts'))),
    items && el('section', {'aria-labelledby': 'found-items'}, el('h2.section', {id: 'found-items'}, t('find.items')), items));
}

export const chip = entity => el(`a.chip.${kindClass(entity.type)}`, {href: entityPage(entity.id), title: kindName(entity.type)},
  el('span', {}, entity.name));

/** Facts that an entity found takes part in, or whose relation is called so. */
async function factsOf(words, entities) {
  const wanted = words.toLowerCase();
  const named = relations().filter(r => r.name.toLowerCase().includes(wanted) && wanted.length > 1).map(r => iriRef(r.iri));
  const who = entities.slice(0, 12).map(e => iriRef(e.id));
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
