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
import org.newsreel.kg.identity.IdentityPolicy;
import org.newsreel.kg.identity.NameMatch;
import org.newsreel.ontology.vocab.Nr;

/**
 * Says how likely two entities are one. The names' likeness {@code n} is what is known before; shared company of weight
 * {@code w} leaves of the doubt {@code (1 - n) exp(-w / 2)}; two who are each in much company and share none are a
 * little less likely one.
 */
final class Judge {
    private static final Node ALSO_KNOWN_AS = Quads.iri(Nr.NS + "alsoKnownAs");
    private static final Node CONFIDENCE = Quads.iri(Nr.CONFIDENCE);
    private static final double COMPANY_RATE = 0.5;
    private static final int MUCH_COMPANY = 4;
    private static final double STRANGERS = 0.1;
    private static final int NAMED_IN_A_REASON = 3;

    private final Quads quads;
    private final ItemGraphs items;
    private final NameIndex names;
    private final Company company;
    private final ReviewBook reviews;
    private final IdentityPolicy policy;
    private final Map<Node, Boolean> aliases = new HashMap<>();
    private final Map<Set<Node>, NameMatch> matches = new HashMap<>();

    Judge(Quads quads, ItemGraphs items, NameIndex names, Company company, ReviewBook reviews, IdentityPolicy policy) {
        this.quads = quads;
        this.items = items;
        this.names = names;
        this.company = company;
        this.reviews = reviews;
        this.policy = policy;
    }

    void settled() {
        aliases.clear();
        matches.clear();
    }

    /** All links of an entity worth keeping: likely enough, or reviewed. Empty for one that no item names. */
    List<Link> links(Node entity) {
        Optional<EntityKey> key = items.key(entity);
        if (key.isEmpty()) {
            return List.of();
        }
        Set<Node> candidates = new LinkedHashSet<>(
                names.candidates(key.get(), node -> items.key(node).orElseThrow()));
        for (Quad quad : company.stated(entity, ALSO_KNOWN_AS, Node.ANY)) {
            candidates.add(quad.getObject());
        }
        for (Quad quad : company.stated(Node.ANY, ALSO_KNOWN_AS, entity)) {
            candidates.add(quad.getSubject());
        }
        candidates.addAll(reviews.decidedWith(entity));
        candidates.remove(entity);
        List<Link> links = new ArrayList<>();
        for (Node other : candidates) {
            items.key(other).flatMap(o -> link(key.get(), o)).ifPresent(links::add);
        }
        return links;
    }

    private Optional<Link> link(EntityKey a, EntityKey b) {
        if (a.type() != b.type()) {
            return Optional.empty();
        }
        Node one = Quads.iri(a.iri().compareTo(b.iri()) < 0 ? a.iri() : b.iri());
        Node other = Quads.iri(a.iri().compareTo(b.iri()) < 0 ? b.iri() : a.iri());
        List<String> reasons = new ArrayList<>();
        NameMatch match = match(one, other);
        double likeness = match.likeness();
        if (!match.reason().isEmpty()) {
            reasons.add((match.conflict() ? "against: " : "for: ") + match.reason());
        }
        double called = alsoKnownAs(one, other);
        if (called > 0) {
            reasons.add("for: an item says that one is also known as the other");
            likeness = Math.max(likeness, 0.45 + called / 2);
        }
        Optional<Boolean> review = reviews.same(one, other);
        double score = likeness == 0 ? 0 : withCompany(one, other, likeness, reasons);
        score = Math.round(score * 1e6) / 1e6;
        return score >= policy.possible() || review.isPresent()
                ? Optional.of(new Link(one, other, score, reasons, review))
                : Optional.empty();
    }

    private double withCompany(Node one, Node other, double likeness, List<String> reasons) {
        Map<Node, Double> a = company.of(one);
        Map<Node, Double> b = company.of(other);
        Map<Node, Double> smaller = a.size() <= b.size() ? a : b;
        Map<Node, Double> larger = smaller == a ? b : a;
        double weight = 0;
        List<Node> shared = new ArrayList<>();
        // In one order always: a sum of fractions depends on it in its last digit.
        List<Node> order = smaller.keySet().stream()
                .filter(larger::containsKey)
                .sorted(java.util.Comparator.comparing(Node::getURI))
                .toList();
        for (Node third : order) {
            if (!third.equals(one) && !third.equals(other)) {
                weight += Math.min(smaller.get(third), larger.get(third));
                shared.add(third);
            }
        }
        if (weight > 0) {
            reasons.add("for: both in company of " + said(shared));
            return 1 - (1 - likeness) * Math.exp(-COMPANY_RATE * weight);
        }
        if (likeness < policy.merge() && Math.min(a.size(), b.size()) >= MUCH_COMPANY) {
            reasons.add("against: nobody and nothing in common");
            return likeness - STRANGERS;
        }
        return likeness;
    }

    private String said(List<Node> shared) {
        List<String> said = shared.stream()
                .limit(NAMED_IN_A_REASON)
                .map(node -> node.getURI().substring(node.getURI().lastIndexOf("/id/") + "/id/".length()))
                .toList();
        int more = shared.size() - said.size();
        return String.join(", ", said) + (more > 0 ? " and " + more + " more" : "");
    }

    /** The highest confidence with which an item says that one is also known as the other and nobody rejects it. */
    private double alsoKnownAs(Node one, Node other) {
        double best = 0;
        List<Quad> stated = new ArrayList<>(company.stated(one, ALSO_KNOWN_AS, other));
        stated.addAll(company.stated(other, ALSO_KNOWN_AS, one));
        for (Quad quad : stated) {
            Node statement = FactNodes.statement(quad.getGraph(), quad.asTriple());
            boolean holds = reviews.reading(new Stated(quad.getGraph(), statement, quad.asTriple()))
                    .filter(quad.asTriple()::equals)
                    .isPresent();
            if (holds) {
                best = Math.max(
                        best,
                        quads.object(quad.getGraph(), statement, CONFIDENCE)
                                .map(node -> ((Number) node.getLiteralValue()).doubleValue())
                                .orElse(0.0));
            }
        }
        return best;
    }

    /**
     * Whether two can't be one: a person says so, or their names do and neither a person nor an item says otherwise. Full
     * names that share nothing exclude each other unless an alias of either is known.
     */
    boolean exclude(Node a, Node b) {
        Optional<Boolean> review = reviews.same(a, b);
        if (review.isPresent()) {
            return !review.get();
        }
        NameMatch match = match(a, b);
        return (match.conflict() && alsoKnownAs(a, b) == 0) || (match.otherName() && !hasAlias(a) && !hasAlias(b));
    }

    private boolean hasAlias(Node entity) {
        return aliases.computeIfAbsent(
                entity,
                e -> !company.stated(e, ALSO_KNOWN_AS, Node.ANY).isEmpty()
                        || !company.stated(Node.ANY, ALSO_KNOWN_AS, e).isEmpty()
                        || reviews.decidedWith(e).stream()
                                .anyMatch(other -> reviews.same(e, other).orElse(false)));
    }

    private NameMatch match(Node a, Node b) {
        return matches.computeIfAbsent(
                Set.of(a, b),
                pair -> NameMatch.of(items.key(a).orElseThrow(), items.key(b).orElseThrow()));
    }
}
