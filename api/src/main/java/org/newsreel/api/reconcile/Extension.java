package org.newsreel.api.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.newsreel.api.service.JsonText;
import org.newsreel.api.service.Problem;
import org.newsreel.kg.search.RelationNames;

/** Data extension (section 7 of the specification): values of properties for entities that were matched. */
final class Extension {
    /** All names of an entity, as words. */
    static final String NAMES = "names";

    private static final int MOST_IDS = 1_000;
    private static final int MOST_PROPERTIES = 50;

    private final MergedFacts facts;
    private final RelationNames relations;

    Extension(MergedFacts facts, RelationNames relations) {
        this.facts = facts;
        this.relations = relations;
    }

    /** A property with its name. */
    record Property(String id, String name) {}

    /** The answer. */
    record Table(List<Property> meta, Map<String, Map<String, List<Map<String, String>>>> rows) {}

    /** What to fetch. */
    record Wanted(List<String> ids, List<String> properties) {
        static Wanted read(String json) {
            JsonNode node = JsonText.parse("extend", json);
            List<String> ids = new ArrayList<>();
            node.path("ids").forEach(id -> ids.add(id.asText()));
            List<String> properties = new ArrayList<>();
            node.path("properties")
                    .forEach(property -> properties.add(property.path("id").asText()));
            if (!node.path("ids").isArray()
                    || !node.path("properties").isArray()
                    || ids.size() > MOST_IDS
                    || properties.size() > MOST_PROPERTIES) {
                throw Problem.exception(
                        400,
                        "extend must be JSON with \"ids\", at most " + MOST_IDS + ", and \"properties\", at most "
                                + MOST_PROPERTIES + ".");
            }
            return new Wanted(ids, properties);
        }
    }

    Table of(Wanted wanted) {
        Map<String, Map<String, List<Map<String, String>>>> rows = new LinkedHashMap<>();
        for (String id : wanted.ids()) {
            Optional<Node> entity = facts.entity(id);
            Map<String, List<Map<String, String>>> row = new LinkedHashMap<>();
            wanted.properties()
                    .forEach(property -> row.put(
                            property, entity.map(node -> values(node, property)).orElse(List.of())));
            rows.put(id, row);
        }
        return new Table(wanted.properties().stream().map(this::property).toList(), rows);
    }

    private List<Map<String, String>> values(Node entity, String property) {
        if (property.equals(NAMES)) {
            return facts.names(entity).stream().map(name -> Map.of("str", name)).toList();
        }
        return facts.values(entity, ReconcileIds.term(property)).stream()
                .map(value -> {
                    Map<String, String> cell = new LinkedHashMap<>();
                    cell.put("id", ReconcileIds.ofEntity(value.iri()));
                    cell.put("name", value.name());
                    return cell;
                })
                .toList();
    }

    private Property property(String id) {
        if (id.equals(NAMES)) {
            return new Property(NAMES, "names");
        }
        List<String> labels = relations.all().getOrDefault(ReconcileIds.term(id), List.of(id));
        return new Property(id, labels.isEmpty() ? id : labels.get(0));
    }
}
