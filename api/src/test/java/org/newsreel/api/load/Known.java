package org.newsreel.api.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.newsreel.api.bench.Question;

/**
 * What is in the store before the load and stays, with the answers that the service gave when nothing else went on.
 *
 * @param answers each lookup's text to its rows, sorted
 * @param groups how many statements there are of each property, at least
 * @param quads how many quads there are, at least
 * @param items each item as JSON, by its number
 */
record Known(
        List<String[]> facts,
        Map<String, List<String>> answers,
        Map<String, Long> groups,
        long quads,
        List<String> items) {
    static final String CSV = "text/csv";
    private static final int LOOKUPS = 40;

    static Known ask(Asker asker, int items) throws InterruptedException {
        String found = asker.get(
                "before",
                asker.query(
                        "PREFIX nr: <https://w3id.org/newsreel/ns#>"
                                + " SELECT ?s ?o { ?s nr:memberOf|nr:residence ?o } LIMIT 500",
                        CSV),
                200);
        List<String[]> facts =
                found.lines().skip(1).map(line -> line.split(",")).toList();
        Map<String, List<String>> answers = new TreeMap<>();
        Random random = new Random(3);
        for (Question question : Question.ALL) {
            for (int i = 0; question.lookup() && i < LOOKUPS; i++) {
                String text = Question.unlimited(question.asked(facts, random));
                answers.put(text, rows(asker.get("before", asker.query(text, CSV), 200)));
            }
        }
        Map<String, Long> groups = groups(asker.get("before", asker.query(GROUPS, CSV), 200));
        long quads = Long.parseLong(
                asker.get("before", asker.query("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", CSV), 200)
                        .lines()
                        .toList()
                        .get(1));
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            bodies.add(asker.get("before", asker.to("api/items/item-" + i).build(), 200));
        }
        return new Known(facts, answers, groups, quads, bodies);
    }

    static final String GROUPS =
            "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> SELECT ?p (COUNT(*) AS ?n) { GRAPH ?g { ?s"
                    + " rdf:predicate ?p } } GROUP BY ?p";

    static Map<String, Long> groups(String csv) {
        Map<String, Long> groups = new TreeMap<>();
        csv.lines().skip(1).map(line -> line.split(",")).forEach(row -> groups.put(row[0], Long.parseLong(row[1])));
        return groups;
    }

    static List<String> rows(String csv) {
        List<String> rows = new ArrayList<>(csv.lines().toList());
        rows.sort(null);
        return rows;
    }
}
