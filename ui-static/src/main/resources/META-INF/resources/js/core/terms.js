import {language, t} from './i18n.js';
import {getTerms} from './api.js';
import {localName} from './format.js';

const RDF_TYPE = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';
const RDFS_LABEL = 'http://www.w3.org/2000/01/rdf-schema#label';
let known = null;
let terms = [];

/** The ontology's terms, fetched once a page: {iri, kind, labels, comments, relation}. */
export async function loadTerms() {
  if (!known) {
    known = getTerms().then(answer => { terms = answer.terms; }, () => { terms = []; });
  }
  await known;
  return terms;
}

/** What people read for a property or class, in the page's language. {@link loadTerms} must have come back. */
export function termName(iri) {
  if (iri === RDF_TYPE) return t('term.type');
  if (iri === RDFS_LABEL) return t('term.label');
  const term = terms.find(one => one.iri === iri);
  return term?.labels[language] ?? term?.labels.en ?? localName(iri).replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

/** The properties that relate two entities, by name. */
export const relations = () => terms.filter(term => term.relation)
  .map(term => ({iri: term.iri, name: termName(term.iri)}))
  .sort((a, b) => a.name.localeCompare(b.name));

/** The classes of the ontology have the page's language too. */
export const isTerm = iri => terms.some(one => one.iri === iri);
