import {iriRef, select} from '../core/api.js';

const MOST = 300;

/**
 * What people decided on statements: a map from a statement's IRI to {decision, by, at, note, predicate, object}.
 * Without reviews it is empty; a service that does not answer the question leaves it empty, too.
 */
export async function reviewsOf(statements) {
  if (statements.length === 0) return new Map();
  const rows = await select(`
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX nr: <https://w3id.org/newsreel/ns#>
SELECT ?statement ?decision ?by ?at ?note ?predicate ?object WHERE {
  VALUES ?statement { ${statements.slice(0, MOST).map(iriRef).join(' ')} }
  GRAPH ?reviews {
    ?review a nr:Review ; nr:reviewed ?statement ; nr:decision ?decision .
    OPTIONAL { ?review prov:generatedAtTime ?at }
    OPTIONAL { ?review prov:wasAttributedTo/rdfs:label ?by }
    OPTIONAL { ?review rdfs:comment ?note }
    OPTIONAL { ?review rdf:predicate ?predicate ; rdf:object ?object }
  }
}`).catch(() => []);
  return new Map(rows.map(row => [row.statement.value,
    Object.fromEntries(Object.entries(row).map(([name, term]) => [name, term.value]))]));
}
