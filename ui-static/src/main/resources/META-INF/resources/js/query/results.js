import {t} from '../core/i18n.js';
import {el} from '../core/dom.js';
import {entityPage} from '../core/api.js';

const KNOWN = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#', prov: 'http://www.w3.org/ns/prov#', oa: 'http://www.w3.org/ns/oa#',
  schema: 'https://schema.org/', nr: 'https://w3id.org/newsreel/ns#', id: 'https://w3id.org/newsreel/id/', gaf: 'http://groundedannotationframework.org/gaf#',
};
const NUMERIC = /(integer|decimal|double|float|int|long|short|byte)$/i;
const ENTITY = /^https:\/\/w3id\.org\/newsreel\/id\/(?!item\/|version\/|graph\/|statement\/|evidence\/|activity\/|review\/|media\/|link\/|text\/|reviewer\/)/;
const MOST = 1000;

/** A function that shortens IRIs with the query's own prefixes and the usual ones. */
export function abbreviate(query) {
  const prefixes = {...KNOWN};
  for (const [, name, iri] of query.matchAll(/PREFIX\s+([\w.-]*):\s*<([^>]*)>/gi)) prefixes[name] = iri;
  const longest = Object.entries(prefixes).sort((a, b) => b[1].length - a[1].length);
  return iri => {
    for (const [name, start] of longest) {
      if (start && iri.startsWith(start) && /^[\w./%~-]*$/.test(iri.slice(start.length))) return `${name}:${iri.slice(start.length)}`;
    }
    return iri;
  };
}

/** The SPARQL 1.1 JSON results as a table. */
export function resultTable({head, results}, shorten) {
  const rows = results.bindings.slice(0, MOST);
  return [el('div.results', {tabindex: '0', role: 'region', 'aria-label': t('query.tableLabel')}, el('table', {},
    el('thead', {}, el('tr', {}, head.vars.map(v => el('th', {scope: 'col'}, v)))),
    el('tbody', {}, rows.map(row => el('tr', {}, head.vars.map(v => cell(row[v], shorten))))))),
  results.bindings.length > MOST && el('p.more.muted', {}, t('query.cut', {n: MOST}))];
}

function cell(term, shorten) {
  if (!term) return el('td.muted', {}, '–');
  if (term.type === 'uri') {
    const name = shorten(term.value);
    return el('td.mono', {title: term.value}, ENTITY.test(term.value) ? el('a', {href: entityPage(term.value)}, name) : name);
  }
  if (term.type === 'bnode') return el('td.mono.muted', {}, `_:${term.value}`);
  const tag = term['xml:lang'];
  return el(NUMERIC.test(term.datatype || '') ? 'td.number' : 'td', {lang: tag, title: term.datatype ? shorten(term.datatype) : null},
    term.value, tag && el('span.lang', {lang: 'en'}, `@${tag}`));
}

export const isNumber = term => term?.type === 'literal' && NUMERIC.test(term.datatype || '');
