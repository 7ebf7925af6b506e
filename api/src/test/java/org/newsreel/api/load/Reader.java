package org.newsreel.api.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A client that reads what stays as it is, one way or another. */
final class Reader {
    private static final int ROWS = 20_000;
    private static final String STREAM = ROWS + " rows";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Asker asker;
    private final Known known;
    private final Random random;
    private final List<Map.Entry<String, List<String>>> lookups;

    Reader(Asker asker, Known known, long seed) {
        this.asker = asker;
        this.known = known;
        this.random = new Random(seed);
        this.lookups = List.copyOf(known.answers().entrySet());
    }

    void next() throws Exception {
        switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> lookup();
            case 6 -> groups();
            case 7 -> ask();
            case 8, 9 -> item();
            case 10 -> items();
            case 11, 12 -> provenance();
            case 13, 14 -> search();
            case 15 -> construct();
            case 16 -> sorted();
            case 17 -> mistake();
            case 18 -> writeWithoutKey();
            default -> other();
        }
    }

    private void lookup() throws InterruptedException {
        var lookup = lookups.get(random.nextInt(lookups.size()));
        List<String> rows = Known.rows(asker.get("lookup", asker.query(lookup.getKey(), Known.CSV), 200));
        asker.require("lookup", rows.equals(lookup.getValue()), lookup.getValue() + " became " + rows);
    }

    private void groups() throws InterruptedException {
        Map<String, Long> now = Known.groups(asker.get("group by", asker.query(Known.GROUPS, Known.CSV), 200));
        known.groups()
                .forEach((property, count) ->
                        asker.require("group by", now.getOrDefault(property, 0L) >= count, property + " in " + now));
    }

    private String[] fact() {
        return known.facts().get(random.nextInt(known.facts().size()));
    }

    private void ask() throws Exception {
        String[] fact = fact();
        String body = asker.get(
                "ask",
                asker.query("ASK { <" + fact[0] + "> ?p <" + fact[1] + "> }", "application/sparql-results+json"),
                200);
        asker.require("ask", JSON.readTree(body).path("boolean").asBoolean(), body);
    }

    private void item() throws InterruptedException {
        int number = random.nextInt(known.items().size());
        String body = asker.get("item", asker.to("api/items/item-" + number).build(), 200);
        asker.require("item", body.equals(known.items().get(number)), body);
    }

    private void items() throws Exception {
        JsonNode list =
                JSON.readTree(asker.get("items", asker.to("api/items?limit=100").build(), 200));
        asker.require("items", list.path("total").asInt() >= known.items().size(), list.path("total") + " items");
    }

    private void provenance() throws InterruptedException {
        String[] fact = fact();
        String property =
                "https://w3id.org/newsreel/ns#" + (fact[1].contains("organization") ? "memberOf" : "residence");
        String body = asker.get(
                "provenance",
                asker.to("api/provenance?subject=" + Asker.coded(fact[0]) + "&predicate=" + Asker.coded(property)
                                + "&object=" + Asker.coded(fact[1]) + "&format=ntriples")
                        .build(),
                200);
        asker.require(
                "provenance",
                body.contains("TextQuoteSelector") && body.contains("FragmentSelector") && body.contains(fact[0]),
                body);
    }

    private void search() throws Exception {
        String name = "Nomen" + random.nextInt(3000);
        JsonNode found = JSON.readTree(
                asker.get("search", asker.to("api/search?kind=entity&q=" + name).build(), 200));
        // Not everybody of the pool is in the news; who is comes first.
        JsonNode first = found.path("matches").path(0);
        boolean exact = first.path("name").asText().endsWith(name);
        asker.require("search", exact || first.path("score").asDouble() < 1, name + " gave " + first);
    }

    private void construct() throws InterruptedException {
        String[] fact = fact();
        String body = asker.get(
                "construct",
                asker.query(
                        "CONSTRUCT { <" + fact[0] + "> ?p <" + fact[1] + "> } WHERE { <" + fact[0] + "> ?p <" + fact[1]
                                + "> }",
                        "application/n-triples"),
                200);
        asker.require("construct", body.startsWith("<" + fact[0] + "> "), body);
    }

    private void sorted() throws InterruptedException {
        String body = asker.get(
                "order by",
                asker.query(
                        "PREFIX nr: <https://w3id.org/newsreel/ns#> SELECT ?c { GRAPH ?g { ?s nr:confidence ?c } }"
                                + " ORDER BY DESC(?c) LIMIT 300",
                        Known.CSV),
                200);
        double[] values = body.lines().skip(1).mapToDouble(Double::parseDouble).toArray();
        boolean falls = values.length == 300;
        for (int i = 1; i < values.length; i++) {
            falls &= values[i] <= values[i - 1];
        }
        asker.require("order by", falls, body);
    }

    private void mistake() throws InterruptedException {
        asker.get("mistake", asker.query("SELECT * { ?s ?p }", Known.CSV), 400);
    }

    private void writeWithoutKey() throws InterruptedException {
        asker.get(
                "update without a key",
                asker.to("sparql")
                        .header("Content-Type", "application/sparql-update")
                        .POST(HttpRequest.BodyPublishers.ofString("CLEAR ALL"))
                        .build(),
                401);
    }

    private void other() throws InterruptedException {
        switch (random.nextInt(3)) {
            case 0 -> asker.get("no such item", asker.to("api/items/nobody").build(), 404);
            case 1 -> asker.get("health", asker.to("q/health/ready").build(), 200);
            default -> asker.get("overview", asker.to("api/overview").build(), 200);
        }
    }

    /** Many rows, which take longer than most. */
    void stream() throws InterruptedException {
        String body = asker.get(
                STREAM,
                asker.query("SELECT * { GRAPH ?g { ?s ?p ?o } } LIMIT " + ROWS, "text/tab-separated-values"),
                200);
        long rows = body.lines().count() - 1;
        asker.require(STREAM, rows == Math.min(ROWS, known.quads()), rows + " rows");
    }

    /** A query that can't come to its end. */
    void endless() throws InterruptedException {
        String text = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?f && ?f != ?i) }";
        int status = asker.once(
                        "endless, 2 s allowed",
                        asker.to("sparql?timeout=2&query=" + Asker.coded(text)).build())
                .statusCode();
        asker.require("endless, 2 s allowed", status == 503, "status " + status);
    }
}
