package org.newsreel.kg.merge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.graph.FactNodes;

/**
 * What one item's graph says that bears on identities: a few strings in place of some hundred quads.
 *
 * @param labels the entities that the item names, each with its name
 * @param related entities that a fact of the item ties to one another, both ways
 * @param aliases who is also known as whom
 */
public record ItemSketch(Map<String, String> labels, Map<String, Set<String>> related, List<Alias> aliases)
        implements Serializable {
    /**
     * Reads an item graph.
     *
     * @param item its quads, all of one graph
     */
    public static ItemSketch of(Collection<Quad> item) {
        DatasetGraph graphs = DatasetGraphFactory.create();
        item.forEach(graphs::add);
        Quads quads = new Quads(graphs);
        ItemGraphs items = new ItemGraphs(quads);
        Map<String, String> labels = new TreeMap<>();
        for (Node graph : graphsOf(item)) {
            for (Node entity : items.entities(graph)) {
                items.key(entity).ifPresent(key -> labels.put(key.iri(), key.label()));
            }
        }
        Map<String, Set<String>> related = new HashMap<>();
        List<Alias> aliases = new ArrayList<>();
        for (Quad quad : item) {
            Node subject = quad.getSubject();
            Node object = quad.getObject();
            if (!subject.isURI() || !labels.containsKey(subject.getURI())) {
                continue;
            }
            if (object.isURI() && labels.containsKey(object.getURI())) {
                relate(related, subject.getURI(), object.getURI());
                relate(related, object.getURI(), subject.getURI());
            }
            if (quad.getPredicate().equals(StoredAcquaintance.ALSO_KNOWN_AS)) {
                aliases.add(new Alias(
                        subject.getURI(),
                        object.toString(),
                        StoredAcquaintance.confidence(
                                quads, quad.getGraph(), FactNodes.statement(quad.getGraph(), quad.asTriple()))));
            }
        }
        return new ItemSketch(labels, related, aliases);
    }

    private static Set<Node> graphsOf(Collection<Quad> item) {
        Set<Node> graphs = new HashSet<>();
        item.forEach(quad -> graphs.add(quad.getGraph()));
        return graphs;
    }

    private static void relate(Map<String, Set<String>> related, String one, String other) {
        related.computeIfAbsent(one, o -> new HashSet<>()).add(other);
    }

    /** Portraits of the item's entities, as far as this item goes; their company is not in them. */
    public List<Portrait> portraits() {
        List<Portrait> portraits = new ArrayList<>();
        labels.forEach((iri, label) -> {
            Set<Alias> own = new HashSet<>();
            for (Alias alias : aliases) {
                if (alias.subject().equals(iri) || alias.object().equals(iri)) {
                    own.add(alias);
                }
            }
            portraits.add(Portrait.of(iri, label, own));
        });
        return portraits;
    }

    /**
     * The company in which this item shows an entity.
     *
     * @param support how many items name each of this item's entities
     * @param common items beyond which an entity says nothing
     */
    public Map<String, Double> company(String entity, Map<String, Integer> support, int common) {
        Map<String, Double> company = new HashMap<>();
        if (support.get(entity) > common) {
            return company;
        }
        Set<String> tied = related.getOrDefault(entity, Set.of());
        for (String other : labels.keySet()) {
            if (!other.equals(entity)) {
                double weight = Company.weight(other, support.get(other), common);
                if (weight > 0) {
                    company.put(other, weight * (tied.contains(other) ? Company.RELATED : 1));
                }
            }
        }
        return company;
    }
}
