package org.newsreel.api.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.api.service.JsonText;
import org.newsreel.api.service.Problem;

/**
 * One query of a batch (section 4.1 of the specification).
 *
 * @param text the name that is looked for; blank when only properties are given
 * @param types ids of types; any of them is meant
 * @param strict whether other types are left out rather than put behind
 * @param properties values by id of property
 */
record ReconcileQuery(String text, List<String> types, boolean strict, int limit, Map<String, List<Value>> properties) {
    private static final int MOST_QUERIES = 200;
    private static final int MOST_CANDIDATES = 100;
    private static final int USUAL_CANDIDATES = 10;

    /** A value of a property: words, or an entity that was matched before. */
    record Value(String id, String words) {}

    /** A batch, by key. */
    static Map<String, ReconcileQuery> batch(String json) {
        JsonNode batch = JsonText.parse("queries", json);
        if (!batch.isObject() || batch.size() > MOST_QUERIES) {
            throw Problem.exception(
                    400, "queries must be a JSON object of at most " + MOST_QUERIES + " queries, each under its key.");
        }
        Map<String, ReconcileQuery> queries = new LinkedHashMap<>();
        batch.fields().forEachRemaining(entry -> queries.put(entry.getKey(), read(entry.getKey(), entry.getValue())));
        return queries;
    }

    private static ReconcileQuery read(String key, JsonNode node) {
        if (!node.isObject()
                || !(node.path("query").isTextual() || node.path("properties").size() > 0)) {
            throw Problem.exception(400, "The query " + key + " needs a text in \"query\", or properties.");
        }
        List<String> types = new ArrayList<>();
        JsonNode type = node.path("type");
        (type.isArray() ? type : List.of(type)).forEach(one -> {
            if (one.isTextual() && !one.asText().isBlank()) {
                types.add(one.asText());
            }
        });
        Map<String, List<Value>> properties = new LinkedHashMap<>();
        for (JsonNode property : node.path("properties")) {
            JsonNode given = property.path("v");
            List<Value> values = new ArrayList<>();
            (given.isArray() ? given : List.of(given)).forEach(value -> add(value, values));
            if (!property.path("pid").isTextual()) {
                throw Problem.exception(400, "A property of the query " + key + " has no \"pid\".");
            }
            properties
                    .computeIfAbsent(property.path("pid").asText(), pid -> new ArrayList<>())
                    .addAll(values);
        }
        int limit = node.path("limit").asInt(USUAL_CANDIDATES);
        return new ReconcileQuery(
                node.path("query").asText(""),
                types,
                !node.path("type_strict").asText("any").equals("should"),
                Math.max(1, Math.min(limit, MOST_CANDIDATES)),
                properties);
    }

    private static void add(JsonNode value, List<Value> values) {
        if (value.isObject()) {
            values.add(new Value(value.path("id").asText(""), value.path("name").asText("")));
        } else if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
            values.add(new Value("", value.asText()));
        }
    }
}
