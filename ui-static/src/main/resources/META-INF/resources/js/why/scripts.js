import {t} from '../core/i18n.js';
import {copyButton, el} from '../core/dom.js';
import {ask, provenanceUrl, queryPage} from '../core/api.js';

/** The same evidence for scripts: command line, SPARQL, linked data. */
export function scripts(statement, heading) {
  const triple = tripleOf(statement);
  const command = `./newsreel explain ${Object.values(triple).map(shellQuoted).join(' ')}`;
  const query = sparqlFor(statement);
  return el('details.how', {},
    el('summary', {}, t('evidence.scripts')),
    el(heading, {}, t('evidence.command')), el('pre.code', {tabindex: '0'}, command), copyButton(command),
    el(heading, {}, 'SPARQL'), el('pre.code', {tabindex: '0'}, query),
    el('p.ways', {}, copyButton(query), el('a.button.small', {href: queryPage(query)}, t('evidence.openQuery'))),
    el(heading, {}, t('why.data')),
    linkedData(triple));
}

/** The three parts as the provenance resource takes them. */
export const tripleOf = ({subject, predicate, object}) => ({
  subject: subject.iri ?? subject.label, predicate: predicate.iri ?? predicate.label, object: object.iri ?? object.label});

/** Links to the triple's provenance, and buttons that copy it. */
export function linkedData(triple) {
  const copy = (format, name) => copyButton(async () => (await ask(provenanceUrl(triple, format))).text(), name);
  return el('p.ways', {},
    el('a', {href: provenanceUrl(triple, 'jsonld')}, 'JSON-LD'), copy('jsonld', t('why.copyJson')),
    el('a', {href: provenanceUrl(triple, 'turtle')}, 'Turtle'), copy('turtle', t('why.copyTurtle')));
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

/** A part of a triple as SPARQL writes it. */
export function term({iri, label, lang, datatype}) {
  if (iri) return `<${iri}>`;
  return JSON.stringify(label) + (lang ? `@${lang}` : datatype ? `^^<${datatype}>` : '');
}
