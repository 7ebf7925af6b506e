package org.newsreel.api.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.util.Random;

/** A client that brings an item in, looks for its fact, has it rejected and taken back, and forgets the item. */
final class Writer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LETTERS = 9;

    private final Asker asker;
    private final Random random;

    Writer(Asker asker, long seed) {
        this.asker = asker;
        this.random = new Random(seed);
    }

    /** Names that are like no other, so that nobody is taken for somebody else. */
    private String name() {
        StringBuilder name = new StringBuilder();
        for (int word = 0; word < 2; word++) {
            name.append(word == 0 ? "" : " ").append((char) ('A' + random.nextInt(26)));
            for (int i = 0; i < LETTERS; i++) {
                name.append((char) ('a' + random.nextInt(26)));
            }
        }
        return name.toString();
    }

    void next() throws Exception {
        String person = name();
        String company = name();
        String id = "load-" + Long.toHexString(random.nextLong());
        String json = JSON.writeValueAsString(java.util.Map.of(
                "uri", id, "language", "en", "headline", person, "body_text", person + " works for " + company + "."));
        String accepted = asker.get(
                "upload",
                asker.keyed("api/items")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build(),
                202);
        JsonNode job = JSON.readTree(accepted);
        String path = "api/jobs/" + job.path("id").asText();
        while (job.path("state").asText().matches("queued|running")) {
            Thread.sleep(200);
            job = JSON.readTree(asker.get("job", asker.to(path).build(), 200));
        }
        asker.require("job", job.path("state").asText().equals("done"), job.toString());
        fact("after upload", person, company, true);
        JsonNode item = JSON.readTree(
                asker.get("uploaded item", asker.to("api/items/" + id).build(), 200));
        String statement = item.path("statements").path(0).path("id").asText();
        String review = "api/statements/" + Asker.coded(statement) + "/review";
        asker.get(
                "review",
                asker.keyed(review)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"decision\":\"reject\"}"))
                        .build(),
                200);
        fact("after rejection", person, company, false);
        asker.get("review withdrawn", asker.keyed(review).DELETE().build(), 200);
        fact("after withdrawal", person, company, true);
        asker.get("forget", asker.keyed("api/items/" + id).DELETE().build(), 204);
        fact("after forgetting", person, company, false);
        asker.get("forgotten item", asker.to("api/items/" + id).build(), 404);
    }

    private void fact(String when, String person, String company, boolean there) throws Exception {
        String body = asker.get(
                "fact " + when,
                asker.query(
                        "PREFIX nr: <https://w3id.org/newsreel/ns#> PREFIX rdfs:"
                                + " <http://www.w3.org/2000/01/rdf-schema#> ASK { ?p rdfs:label ?a ; nr:memberOf ?c . ?c"
                                + " rdfs:label ?b FILTER(STR(?a) = \"" + person + "\" && STR(?b) = \"" + company
                                + "\") }",
                        "application/sparql-results+json"),
                200);
        asker.require(
                "fact " + when,
                JSON.readTree(body).path("boolean").asBoolean() == there,
                person + " works for " + company + " gave " + body);
    }
}
