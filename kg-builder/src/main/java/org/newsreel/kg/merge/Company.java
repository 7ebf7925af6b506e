package org.newsreel.kg.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.kg.identity.IdentityPolicy;

/**
 * The company that entities keep: whom and what they are named together with. Only names that items share count, and only
 * those that are not in so many items that they say nothing; an entity that is itself so well known has no company.
 */
final class Company {
    /** A fact that ties two entities says more than a page on which both are named. */
    static final double RELATED = 1.6;

    private final Quads quads;
    private final ItemGraphs items;
    private final int common;
    private final Map<Node, Integer> support = new HashMap<>();
    private final Map<Node, Set<Node>> named = new HashMap<>();
    private final Map<Node, Map<Node, Double>> company = new HashMap<>();
    private final Map<Node, Integer> supportBefore = new HashMap<>();

    Company(Quads quads, ItemGraphs items, int common) {
        this.quads = quads;
        this.items = items;
        this.common = common;
    }

    /** To be called before an item that names the entity comes or goes. */
    void beforeChange(Node entity) {
        if (!supportBefore.containsKey(entity)) {
            supportBefore.put(entity, count(entity));
        }
    }

    /** To be called when items have come or gone and before anything is asked. */
    void changed() {
        support.clear();
        named.clear();
        company.clear();
    }

    void settled() {
        supportBefore.clear();
        changed();
    }

    /** How many items name an entity, at most {@link IdentityPolicy#KNOWN}. */
    int support(Node entity) {
        return support.computeIfAbsent(entity, this::count);
    }

    private int count(Node entity) {
        return items.graphsOf(entity, IdentityPolicy.KNOWN).size();
    }

    /** Whether what an entity says about its company has changed although the company itself may not have. */
    boolean changedWeight(Node entity) {
        Integer before = supportBefore.get(entity);
        return before != null && (before > common) != (support(entity) > common);
    }

    /** The shared entities that are named with one, and how much each says, above 0. */
    Map<Node, Double> of(Node entity) {
        Map<Node, Double> known = company.get(entity);
        if (known == null) {
            known = read(entity);
            company.put(entity, known);
        }
        return known;
    }

    private Map<Node, Double> read(Node entity) {
        if (support(entity) > common) {
            return Map.of();
        }
        Map<Node, Double> found = new HashMap<>();
        for (Node graph : items.graphsOf(entity, common)) {
            for (Node other : named.computeIfAbsent(graph, items::entities)) {
                if (!other.equals(entity)) {
                    double weight = weight(other.getURI(), support(other), common);
                    if (weight > 0) {
                        found.merge(other, weight * (related(graph, entity, other) ? RELATED : 1), Math::max);
                    }
                }
            }
        }
        return found;
    }

    private boolean related(Node graph, Node entity, Node other) {
        return quads.contains(graph, entity, Node.ANY, other) || quads.contains(graph, other, Node.ANY, entity);
    }

    /**
     * How much an entity says about another that an item names with it, before {@link #RELATED}.
     *
     * @param support how many items name it
     * @param common items beyond which it says nothing
     */
    static double weight(String iri, int support, int common) {
        EntityKey key = EntityKey.of(iri, "x");
        if (!key.shared() || support > common) {
            return 0;
        }
        return switch (key.type()) {
            case PER, ORG -> 1;
            case MISC -> 0.7;
            case LOC -> 0.5;
            case TIME -> 0.3;
        };
    }

    /** Entities that share an item with one; asked only of those in about as many items as count. */
    Set<Node> neighbours(Node entity) {
        Set<Node> found = new HashSet<>();
        for (Node graph : items.graphsOf(entity, Integer.MAX_VALUE)) {
            found.addAll(named.computeIfAbsent(graph, items::entities));
        }
        return found;
    }

    /** Quads of this form in item graphs. */
    List<Quad> stated(Node subject, Node predicate, Node object) {
        return quads.find(Node.ANY, subject, predicate, object).stream()
                .filter(quad -> ItemGraphs.isItemGraph(quad.getGraph()))
                .toList();
    }
}
