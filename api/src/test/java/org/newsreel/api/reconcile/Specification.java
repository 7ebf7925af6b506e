package org.newsreel.api.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the Reconciliation Service API 0.2 demands of answers: the members that its sections say must be there, of the JSON
 * types that it gives them.
 */
final class Specification {
    private Specification() {}

    /** Section 3. */
    static void manifest(JsonNode manifest) {
        text(manifest, "name", "identifierSpace", "schemaSpace");
        assertThat(manifest.path("versions").isArray()).isTrue();
        assertThat(manifest.path("versions")).extracting(JsonNode::asText).contains("0.2");
        assertThat(manifest.path("view").path("url").asText()).contains("{{id}}");
        assertThat(manifest.path("preview").path("url").asText()).contains("{{id}}");
        assertThat(manifest.path("preview").path("width").isInt()).isTrue();
        assertThat(manifest.path("preview").path("height").isInt()).isTrue();
        for (String kind : Set.of("entity", "property", "type")) {
            text(manifest.path("suggest").path(kind), "service_url", "service_path");
        }
        text(manifest.path("extend").path("propose_properties"), "service_url", "service_path");
        manifest.path("defaultTypes").forEach(type -> text(type, "id", "name"));
        assertThat(manifest.path("extend").path("property_settings").isArray()).isTrue();
    }

    /** Section 4.2: an answer for each key, each with candidates of id, name and score. */
    static void results(JsonNode results, String... keys) {
        assertThat(results.isObject()).isTrue();
        assertThat(results.fieldNames()).toIterable().containsExactly(keys);
        results.forEach(result -> {
            assertThat(result.path("result").isArray()).isTrue();
            double before = Double.MAX_VALUE;
            for (JsonNode candidate : result.path("result")) {
                text(candidate, "id", "name");
                assertThat(candidate.path("score").isNumber()).isTrue();
                assertThat(candidate.path("match").isBoolean()).isTrue();
                assertThat(candidate.path("score").asDouble()).isLessThanOrEqualTo(before);
                before = candidate.path("score").asDouble();
                if (candidate.has("description")) {
                    text(candidate, "description");
                }
                candidate.path("type").forEach(type -> text(type, "id", "name"));
                candidate.path("features").forEach(feature -> {
                    text(feature, "id");
                    assertThat(feature.path("value").isNumber()).isTrue();
                });
            }
        });
    }

    /** Section 6. */
    static void suggestions(JsonNode answer) {
        assertThat(answer.path("result").isArray()).isTrue();
        answer.path("result").forEach(suggestion -> {
            text(suggestion, "id", "name");
            suggestion.path("notable").forEach(type -> text(type, "id"));
        });
    }

    /** Section 7: properties with names, and a row for each id with an array of cells for each property. */
    static void extension(JsonNode answer) {
        assertThat(answer.path("meta").isArray()).isTrue();
        answer.path("meta").forEach(property -> text(property, "id", "name"));
        assertThat(answer.path("rows").isObject()).isTrue();
        answer.path("rows").forEach(row -> row.forEach(Specification::cells));
    }

    private static void cells(JsonNode cells) {
        assertThat(cells.isArray()).isTrue();
        for (JsonNode cell : cells) {
            Set<String> members = new TreeSet<>();
            cell.fieldNames().forEachRemaining(members::add);
            assertThat(members).isIn(Set.of("id", "name"), Set.of("str"));
        }
    }

    private static void text(JsonNode node, String... members) {
        for (String member : members) {
            assertThat(node.path(member).isTextual())
                    .as("%s of %s", member, node)
                    .isTrue();
        }
    }
}
