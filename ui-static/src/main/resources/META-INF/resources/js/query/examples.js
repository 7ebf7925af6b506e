const PREFIXES = {
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  prov: 'http://www.w3.org/ns/prov#', oa: 'http://www.w3.org/ns/oa#', schema: 'https://schema.org/',
  gaf: 'http://groundedannotationframework.org/gaf#', nr: 'https://w3id.org/newsreel/ns#',
};

/** Puts the prefixes that a text uses before it. */
const query = text => Object.entries(PREFIXES).filter(([name]) => new RegExp(`(^|[\\s(/^|{;])${name}:`).test(text))
  .map(([name, iri]) => `PREFIX ${name}: <${iri}>`).join('\n') + `\n${text}`;

/** Queries to begin with: [key of the question's words, text, how it is best shown]. */
export const EXAMPLES = [
  ['facts', query(`
SELECT ?subject ?property ?object WHERE {
  ?s ?p ?o ; rdfs:label ?subject .
  ?o rdfs:label ?object .
  FILTER(?p != rdf:type)
  BIND(STRAFTER(STR(?p), "#") AS ?property)
}
ORDER BY ?subject
LIMIT 200`), 'table'],
  ['who', query(`
SELECT ?person ?organisation WHERE {
  ?p nr:memberOf|nr:employer|nr:leaderOf ?o ; rdfs:label ?person .
  ?o rdfs:label ?organisation .
}
ORDER BY ?organisation ?person
LIMIT 200`), 'graph'],
  ['sure', query(`
SELECT ?subject ?property ?object ?confidence ?quote WHERE {
  GRAPH ?item {
    ?statement a rdf:Statement ;
               rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ;
               nr:confidence ?confidence ;
               prov:wasDerivedFrom ?evidence .
    ?evidence oa:hasSelector/oa:exact ?quote .
    FILTER(STRSTARTS(STR(?p), STR(nr:)) && ISIRI(?o))
    ?s rdfs:label ?subject .
    ?o rdfs:label ?object .
  }
  BIND(STRAFTER(STR(?p), "#") AS ?property)
}
ORDER BY DESC(?confidence)
LIMIT 100`), 'table'],
  ['seen', query(`
SELECT ?name ?time ?x ?y ?width ?height WHERE {
  GRAPH ?item {
    ?entity rdfs:label ?name ; gaf:denotedBy ?evidence .
    ?evidence nr:time ?time ; nr:x ?x ; nr:y ?y ; nr:width ?width ; nr:height ?height .
  }
}
ORDER BY ?name ?time
LIMIT 500`), 'timeline'],
  ['both', query(`
SELECT ?name ?headline (COUNT(DISTINCT ?box) AS ?boxes) (COUNT(DISTINCT ?words) AS ?mentions) WHERE {
  GRAPH ?item {
    ?news schema:headline ?headline .
    ?entity a nr:Person ; rdfs:label ?name ; gaf:denotedBy ?box, ?words .
    ?box nr:frame ?frame .
    ?words oa:hasSelector/oa:start ?start .
  }
}
GROUP BY ?name ?headline
ORDER BY DESC(?boxes)`), 'table'],
  ['together', query(`
SELECT ?one ?other (COUNT(DISTINCT ?item) AS ?items) WHERE {
  GRAPH ?item {
    ?a a nr:Person ; rdfs:label ?one .
    ?b a nr:Person ; rdfs:label ?other .
    FILTER(STR(?a) < STR(?b))
  }
}
GROUP BY ?one ?other
ORDER BY DESC(?items) ?one
LIMIT 200`), 'together'],
  ['when', query(`
SELECT ?published ?headline ?source WHERE {
  GRAPH ?version {
    ?item a schema:NewsArticle ; schema:headline ?headline ; schema:datePublished ?published .
    OPTIONAL { ?item schema:creditText ?source }
  }
}
ORDER BY ?published
LIMIT 500`), 'timeline'],
  ['items', query(`
SELECT ?headline ?language ?media ?seconds WHERE {
  GRAPH ?version {
    ?item a schema:NewsArticle .
    OPTIONAL { ?item schema:headline ?headline }
    OPTIONAL { ?item schema:inLanguage ?language }
    OPTIONAL { ?item schema:video|schema:image ?media . OPTIONAL { ?media nr:duration ?seconds } }
  }
}
ORDER BY ?headline
LIMIT 200`), 'table'],
  ['writing', query(`
SELECT ?headline ?time ?text WHERE {
  GRAPH ?version {
    ?item a schema:NewsArticle ; schema:headline ?headline .
    ?evidence nr:text ?text ; nr:time ?time .
  }
}
ORDER BY ?headline ?time
LIMIT 200`), 'table'],
  ['models', query(`
SELECT ?model (COUNT(?statement) AS ?statements) (AVG(?confidence) AS ?meanConfidence) WHERE {
  GRAPH ?version {
    ?statement prov:wasGeneratedBy ?activity ; nr:confidence ?confidence .
    ?activity nr:model ?model .
  }
}
GROUP BY ?model
ORDER BY DESC(?statements)`), 'table'],
  ['used', query(`
SELECT ?property (COUNT(*) AS ?facts) WHERE {
  ?s ?property ?o .
  FILTER(STRSTARTS(STR(?property), STR(nr:)))
}
GROUP BY ?property
ORDER BY DESC(?facts)`), 'table'],
  ['graph', query(`
CONSTRUCT { ?s ?p ?o . ?s rdfs:label ?subject . ?o rdfs:label ?object } WHERE {
  ?s ?p ?o ; rdfs:label ?subject .
  ?o rdfs:label ?object .
  FILTER(?p != rdf:type)
}
LIMIT 300`), 'graph'],
];
