package org.newsreel.api.bench;

import java.util.List;
import java.util.Random;

/**
 * A kind of query that people put to such a graph.
 *
 * @param name what it asks
 * @param lookup whether it asks about one thing, rather than going through many
 * @param text SPARQL with {@code %1$s} for the first name of a binding, {@code %2$s} for the second, {@code %3$s} for a number
 */
public record Question(String name, boolean lookup, String text) {
    private static final String LIMIT = " LIMIT ";
    private static final String PREFIXES = "PREFIX nr: <https://w3id.org/newsreel/ns#> "
            + "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> "
            + "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
            + "PREFIX prov: <http://www.w3.org/ns/prov#> "
            + "PREFIX oa: <http://www.w3.org/ns/oa#> ";

    public static final List<Question> ALL = List.of(
            new Question("label", true, "SELECT ?label { <%1$s> rdfs:label ?label }"),
            new Question(
                    "entity with evidence",
                    true,
                    "SELECT ?p ?o ?confidence ?quote { GRAPH ?g { ?s rdf:subject <%1$s> ; rdf:predicate ?p ; rdf:object ?o ; "
                            + "nr:confidence ?confidence ; prov:wasDerivedFrom ?e . "
                            + "OPTIONAL { ?e oa:hasSelector/oa:exact ?quote } } }"),
            new Question(
                    "two hops",
                    true,
                    "SELECT ?who ?label { <%1$s> nr:memberOf|nr:residence ?what . "
                            + "?who nr:memberOf|nr:residence ?what ; rdfs:label ?label } LIMIT 100"),
            new Question(
                    "provenance of a triple",
                    true,
                    "SELECT ?g ?confidence ?source ?quote ?frame { GRAPH ?g { ?s rdf:subject <%1$s> ; rdf:object <%2$s> ; "
                            + "nr:confidence ?confidence ; prov:wasDerivedFrom ?e . ?e oa:hasSource ?source . "
                            + "OPTIONAL { ?e oa:hasSelector/oa:exact ?quote } OPTIONAL { ?e nr:frame ?frame } } }"),
            new Question(
                    "group by",
                    false,
                    "SELECT ?p (COUNT(*) AS ?n) (%3$s AS ?salt) { GRAPH ?g { ?s rdf:predicate ?p } } GROUP BY ?p"),
            new Question(
                    "confidence and time",
                    false,
                    "SELECT ?s ?confidence ?time { GRAPH ?g { ?s nr:confidence ?confidence ; prov:wasDerivedFrom ?e . "
                            + "?e nr:time ?time } FILTER(?confidence > 0.97 && ?time < %3$s) } LIMIT 200"));

    /** Filled in for a fact that is in the graph. */
    public String asked(List<String[]> facts, Random random) {
        String[] fact = facts.get(random.nextInt(facts.size()));
        return PREFIXES + String.format(text, fact[0], fact[1], 5 + random.nextInt(100));
    }

    /** Whether it asks for some of its rows only. */
    public boolean limited() {
        return text.contains(LIMIT);
    }

    /** The same query for all of its rows. */
    public static String unlimited(String asked) {
        int at = asked.lastIndexOf(LIMIT);
        return at < 0 ? asked : asked.substring(0, at);
    }
}
