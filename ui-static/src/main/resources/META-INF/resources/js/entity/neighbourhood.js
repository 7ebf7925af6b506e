import {t} from '../core/i18n.js';
import {el, fill, panel} from '../core/dom.js';
import {entityPage, iriRef, select} from '../core/api.js';
import {drawNetwork, networkBar} from '../core/network.js';
import {failure} from '../core/states.js';
import {termName} from '../core/terms.js';

const MOST = 500;
const LINES = 3000;
const NEIGHBOURS = 150;
const TYPES = {Person: 'PER', Organization: 'ORG', Place: 'LOC', Time: 'TIME', NamedThing: 'MISC'};

/** What an entity is related to, drawn; as far as neighbours or their neighbours. */
export function neighbourhood(entity) {
  const place = el('div.network');
  const size = el('span.muted', {role: 'status'});
  let drawing = {fit() {}, zoom() {}};
  const hops = el('select.field', {'aria-label': t('entity.hops')},
    el('option', {value: 1}, t('entity.hop1')), el('option', {value: 2}, t('entity.hop2')));
  const draw = async () => {
    try {
      const edges = await edgesAround(entity.id, Number(hops.value));
      const nodes = nodesOf(edges, entity);
      const kept = new Set(nodes.map(n => n.id));
      const lines = edges.filter(e => kept.has(e.from) && kept.has(e.to));
      if (lines.length === 0) {
        fill(place, el('p.more.muted', {}, t('entity.graphNone')));
        return;
      }
      size.textContent = t('entity.graphSize', {nodes: nodes.length, edges: lines.length});
      place.replaceChildren();
      drawing = await drawNetwork(place, nodes, lines, id => { if (id !== entity.id) location.href = entityPage(id); },
        t('entity.graphLabel', {name: entity.name}));
    } catch (e) {
      fill(place, failure(e));
    }
  };
  hops.addEventListener('change', draw);
  // Drawn once it is seen: a phone need not lay out what lies below the fold.
  new IntersectionObserver((seen, observer) => {
    if (seen.some(s => s.isIntersecting)) {
      observer.disconnect();
      draw();
    }
  }, {rootMargin: '200px'}).observe(place);
  return panel(t('entity.graph'), {count: size}, networkBar(() => drawing, hops), place);
}

async function edgesAround(iri, hops) {
  const near = await edgesOf([iri]);
  if (hops === 1) return named(near);
  const neighbours = [...new Set([iri, ...near.flatMap(e => [e.from, e.to])])];
  const far = await edgesOf(neighbours.slice(0, NEIGHBOURS));
  return named(far);
}

async function edgesOf(ids) {
  const wanted = ids.map(iriRef).join(' ');
  const rows = await select(`SELECT DISTINCT ?from ?p ?to WHERE {
  { VALUES ?from { ${wanted} } ?from ?p ?to } UNION { VALUES ?to { ${wanted} } ?from ?p ?to }
  FILTER(ISIRI(?to) && STRSTARTS(STR(?p), "https://w3id.org/newsreel/ns#"))
} LIMIT ${LINES}`);
  return rows.map(r => ({from: r.from.value, to: r.to.value, name: termName(r.p.value)}));
}

/** Names and kinds of the ends, asked for at once. */
async function named(edges) {
  const ids = [...new Set(edges.flatMap(e => [e.from, e.to]))];
  if (ids.length === 0) return edges;
  const rows = await select(`PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?e (MIN(?label) AS ?name) (SAMPLE(?class) AS ?type) WHERE {
  VALUES ?e { ${ids.map(iriRef).join(' ')} }
  ?e rdfs:label ?label ; a ?class
} GROUP BY ?e`);
  const known = new Map(rows.filter(r => r.e).map(r => [r.e.value, {name: r.name.value, type: TYPES[r.type.value.replace(/^.*#/, '')]}]));
  return edges.map(e => ({...e, fromNode: known.get(e.from), toNode: known.get(e.to)}));
}

/** The entities at the ends, the centre first and those with most lines next, at most MOST. */
function nodesOf(edges, entity) {
  const nodes = new Map([[entity.id, {id: entity.id, name: entity.name, type: entity.type, centre: true, lines: Infinity}]]);
  const touch = (id, node) => {
    if (!nodes.has(id)) nodes.set(id, {id, name: node?.name ?? id, type: node?.type, lines: 0});
    nodes.get(id).lines += 1;
  };
  for (const edge of edges) {
    touch(edge.from, edge.fromNode);
    touch(edge.to, edge.toNode);
  }
  return [...nodes.values()].sort((a, b) => b.lines - a.lines).slice(0, MOST);
}
