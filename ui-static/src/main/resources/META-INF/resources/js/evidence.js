import {copyButton, el} from './dom.js';
import {frameUrl} from './api.js';
import {clock, count} from './format.js';

/** Room around a cut-out, as a share of the box. */
const MARGIN = 0.25;
const FIRST = 12;

/** What a statement rests on, as elements: quotes, frames, models, and how to ask for the same elsewhere. */
export function evidenceOf(statement, item, page) {
  const byWeight = [...statement.evidence].sort((a, b) => b.weight - a.weight);
  const texts = byWeight.filter(e => e.kind === 'text');
  const frames = byWeight.filter(e => e.kind === 'frame');
  return [
    ...section('In the text', texts, e => quote(e, item, page), 'ul.quotes', {lang: item.language}),
    ...section('In the pictures', frames, e => frame(e, item, page), 'div.frames', {}),
    ...made(statement, item),
    elsewhere(statement),
  ];
}

function section(title, all, show, list, properties) {
  if (all.length === 0) return [];
  const node = el(list, properties, all.slice(0, FIRST).map(show));
  const parts = [el('h4', {}, `${title} (${all.length})`), node];
  if (all.length > FIRST) {
    const more = el('button.button.small', {type: 'button'}, `Show the other ${all.length - FIRST}`);
    more.addEventListener('click', () => {
      node.append(...all.slice(FIRST).map(show));
      more.remove();
    });
    parts.push(el('p', {}, more));
  }
  return parts;
}

function weight(e) {
  return el('span.weight', {lang: 'en', title: 'Share of the statement’s evidence'}, `weight ${e.weight.toFixed(2)}`);
}

function quote(e, item, page) {
  const [before, exact, after] = page.text.context(e.start, e.end);
  return el('li', {'data-evidence': e.id},
    el('blockquote', {}, before, el('mark', {}, exact), after),
    weight(e),
    el('p.where', {lang: 'en'},
      el('button.linkish', {type: 'button', click: () => page.text.show(e.start)}, 'Show in the text'),
      el('span', {}, `characters ${e.start}–${e.end}`)));
}

function frame(e, item, page) {
  const medium = item.media.find(m => m.sha256 === e.media);
  const entity = page.entityOf(e.entity);
  const timed = e.t !== undefined && e.t !== null;
  const image = el('img', {
    src: frameUrl(e.media, e.t, withMargin(e, medium)), loading: 'lazy',
    alt: `${entity ? entity.name : 'What is seen'}${timed ? ` at ${clock(e.t, {fine: true})}` : ''}`,
  });
  image.addEventListener('error', () => image.replaceWith(el('span.muted', {}, 'This frame can’t be shown.')));
  return el('figure', {'data-evidence': e.id},
    el('button', {type: 'button', title: timed ? 'Go to this moment' : 'Go to this picture', click: () => page.seek(e.media, e.t)}, image),
    el('figcaption', {},
      el('b', {}, timed ? clock(e.t, {fine: true}) : 'Picture'), timed ? ` · frame ${e.frame}` : '', el('br'),
      `${Math.round(e.width)} × ${Math.round(e.height)} px at ${Math.round(e.x)}, ${Math.round(e.y)}`, el('br'),
      weight(e),
      timed && [' · ', el('button.linkish', {type: 'button', click: () => page.play(e.media, e.t)}, 'Play')]));
}

function withMargin(e, medium) {
  const [mx, my] = [e.width * MARGIN, e.height * MARGIN];
  const x = Math.max(0, e.x - mx);
  const y = Math.max(0, e.y - my);
  const right = Math.min(medium?.width ?? Infinity, e.x + e.width + mx);
  const bottom = Math.min(medium?.height ?? Infinity, e.y + e.height + my);
  return [x, y, right - x, bottom - y];
}

function made(statement, item) {
  const activity = item.activities.find(a => a.iri === statement.activity);
  if (!activity) return [];
  const models = activity.models.map(m => el('tr', {},
    el('th', {scope: 'row'}, m.role || 'Model'),
    el('td', {}, m.name, ' ', m.sha256 && el('span.mono.muted', {title: m.sha256}, m.sha256.slice(0, 12)),
      [m.device, m.threshold !== undefined && m.threshold !== null && `threshold ${m.threshold}`].filter(Boolean).map(d => el('span.muted', {}, ` · ${d}`)))));
  if (models.length === 0) return [];
  return [el('h4', {}, activity.models.length > 1 ? 'Models' : 'Model'), el('table.models', {}, el('tbody', {}, models))];
}

/** The same evidence for scripts: command line, SPARQL, linked data. */
function elsewhere(statement) {
  const triple = [statement.subject, statement.predicate, statement.object];
  const command = `./newsreel explain ${triple.map(term => shellQuoted(term.iri ?? term.label)).join(' ')}`;
  const query = sparqlFor(statement);
  const parameters = new URLSearchParams(
    ['subject', 'predicate', 'object'].map((name, i) => [name, triple[i].iri ?? triple[i].label]));
  return el('details.how', {},
    el('summary', {}, 'The same for scripts'),
    el('h4', {}, 'Command line'), el('pre.code', {}, command), copyButton(command),
    el('h4', {}, 'SPARQL'), el('pre.code', {}, query),
    el('p', {}, copyButton(query), ' ', el('a.button.small', {href: `sparql.html#${new URLSearchParams({query})}`}, 'Open in the query page')),
    el('h4', {}, 'Linked data'),
    el('p', {},
      el('a', {href: `api/provenance?${parameters}`}, 'JSON-LD'), ' · ',
      el('a', {href: `api/provenance?${parameters}&format=turtle`}, 'Turtle')));
}

const shellQuoted = text => `'${text.replaceAll("'", "'\\''")}'`;

function sparqlFor(statement) {
  return `PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX nr: <https://w3id.org/newsreel/ns#>

SELECT ?item ?confidence ?weight ?quote ?fragment WHERE {
  GRAPH ?item {
    ?statement rdf:subject ${term(statement.subject)} ;
               rdf:predicate ${term(statement.predicate)} ;
               rdf:object ${term(statement.object)} ;
               nr:confidence ?confidence ;
               prov:wasDerivedFrom ?evidence .
    ?evidence nr:weight ?weight .
    OPTIONAL { ?evidence oa:hasSelector/oa:exact ?quote }
    OPTIONAL { ?evidence oa:hasSelector/rdf:value ?fragment }
  }
}
ORDER BY DESC(?weight)`;
}

function term({iri, label, lang, datatype}) {
  if (iri) return `<${iri}>`;
  return JSON.stringify(label) + (lang ? `@${lang}` : datatype ? `^^<${datatype}>` : '');
}
