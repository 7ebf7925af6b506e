const PREFIXES = `PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX schema: <https://schema.org/>
PREFIX nr: <https://w3id.org/newsreel/ns#>
`;

/** Queries to begin with: [name, text]. */
export const EXAMPLES = [
  ['All facts', `${PREFIXES}
SELECT ?subject ?property ?object WHERE {
  ?s ?p ?o ; rdfs:label ?subject .
  ?o rdfs:label ?object .
  FILTER(?p != rdf:type)
  BIND(STRAFTER(STR(?p), "#") AS ?property)
}
ORDER BY ?subject
LIMIT 100`],
  ['Facts with their quotes', `${PREFIXES}
SELECT ?subject ?property ?object ?confidence ?quote WHERE {
  GRAPH ?item {
    ?statement a rdf:Statement ;
               rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
               nr:confidence ?confidence ;
               prov:wasDerivedFrom ?evidence .
    ?evidence oa:hasSelector ?selector .
    ?selector oa:exact ?quote .
    FILTER(?p NOT IN (rdf:type, rdfs:label))
  }
  ?s rdfs:label ?subject .
  ?o rdfs:label ?object .
  BIND(STRAFTER(STR(?p), "#") AS ?property)
}
ORDER BY DESC(?confidence)
LIMIT 100`],
  ['Who is seen when', `${PREFIXES}
SELECT ?name ?time ?x ?y ?width ?height WHERE {
  GRAPH ?item {
    ?entity rdfs:label ?name ;
            <http://groundedannotationframework.org/gaf#denotedBy> ?evidence .
    ?evidence nr:time ?time ; nr:x ?x ; nr:y ?y ; nr:width ?width ; nr:height ?height .
  }
}
ORDER BY ?name ?time
LIMIT 200`],
  ['Items and their media', `${PREFIXES}
SELECT ?headline ?language ?published ?media WHERE {
  GRAPH ?graph {
    ?item a schema:NewsArticle .
    OPTIONAL { ?item schema:headline ?headline }
    OPTIONAL { ?item schema:inLanguage ?language }
    OPTIONAL { ?item schema:datePublished ?published }
    OPTIONAL { ?item schema:video|schema:image ?media }
  }
}
ORDER BY ?headline
LIMIT 100`],
  ['How often each property is used', `${PREFIXES}
SELECT ?p (COUNT(*) AS ?facts) WHERE { ?s ?p ?o }
GROUP BY ?p
ORDER BY DESC(?facts)`],
];
