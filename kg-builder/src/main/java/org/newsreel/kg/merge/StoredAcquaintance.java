package org.newsreel.kg.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.graph.FactNodes;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.ontology.vocab.Nr;

/** What a dataset's item graphs and reviews say of entities. */
final class StoredAcquaintance implements Acquaintance {
    static final Node ALSO_KNOWN_AS = Quads.iri(Nr.NS + "alsoKnownAs");
    static final Node CONFIDENCE = Quads.iri(Nr.CONFIDENCE);

    private final Quads quads;
    private final ItemGraphs items;
    private final NameIndex names;
    private final Company company;
    private final ReviewBook reviews;
    private final Map<Node, Boolean> aliases = new HashMap<>();

    StoredAcquaintance(Quads quads, ItemGraphs items, NameIndex names, Company company, ReviewBook reviews) {
        this.quads = quads;
        this.items = items;
        this.names = names;
        this.company = company;
        this.reviews = reviews;
    }

    void settled() {
        aliases.clear();
    }

    /** All that an entity may be one with: by name, by what an item says, or by a person's word. */
    Set<Node> candidates(EntityKey key) {
        Node entity = Quads.iri(key.iri());
        Set<Node> candidates = new LinkedHashSet<>(
                names.candidates(key, node -> items.key(node).orElseThrow()));
        for (Quad quad : company.stated(entity, ALSO_KNOWN_AS, Node.ANY)) {
            candidates.add(quad.getObject());
        }
        for (Quad quad : company.stated(Node.ANY, ALSO_KNOWN_AS, entity)) {
            candidates.add(quad.getSubject());
        }
        candidates.addAll(reviews.decidedWith(entity));
        candidates.remove(entity);
        return candidates;
    }

    @Override
    public Optional<EntityKey> key(Node entity) {
        return items.key(entity);
    }

    @Override
    public int support(Node entity) {
        return company.support(entity);
    }

    @Override
    public Map<Node, Double> company(Node entity) {
        return company.of(entity);
    }

    @Override
    public double alsoKnownAs(Node one, Node other) {
        double best = 0;
        List<Quad> stated = new ArrayList<>(company.stated(one, ALSO_KNOWN_AS, other));
        stated.addAll(company.stated(other, ALSO_KNOWN_AS, one));
        for (Quad quad : stated) {
            Node statement = FactNodes.statement(quad.getGraph(), quad.asTriple());
            boolean holds = reviews.reading(new Stated(quad.getGraph(), statement, quad.asTriple()))
                    .filter(quad.asTriple()::equals)
                    .isPresent();
            if (holds) {
                best = Math.max(best, confidence(quads, quad.getGraph(), statement));
            }
        }
        return best;
    }

    /** How sure the item of a graph is of its statement; 0 when it does not say. */
    static double confidence(Quads quads, Node graph, Node statement) {
        return quads.object(graph, statement, CONFIDENCE)
                .map(node -> ((Number) node.getLiteralValue()).doubleValue())
                .orElse(0.0);
    }

    @Override
    public boolean hasAlias(Node entity) {
        return aliases.computeIfAbsent(
                entity,
                e -> !company.stated(e, ALSO_KNOWN_AS, Node.ANY).isEmpty()
                        || !company.stated(Node.ANY, ALSO_KNOWN_AS, e).isEmpty()
                        || reviews.decidedWith(e).stream()
                                .anyMatch(other -> reviews.same(e, other).orElse(false)));
    }

    @Override
    public Optional<Boolean> decided(Node a, Node b) {
        return reviews.same(a, b);
    }
}
