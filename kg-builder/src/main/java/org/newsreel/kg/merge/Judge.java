package org.newsreel.kg.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.kg.identity.IdentityPolicy;
import org.newsreel.kg.identity.NameMatch;

/**
 * Says how likely two entities are one. The names' likeness {@code n} is what is known before; shared company of weight
 * {@code w} leaves of the doubt {@code (1 - n) exp(-w / 2)}; two who are each in much company and share none are a
 * little less likely one.
 */
final class Judge {
    private static final double COMPANY_RATE = 0.5;
    private static final int MUCH_COMPANY = 4;
    private static final double STRANGERS = 0.1;
    private static final int NAMED_IN_A_REASON = 3;

    private final Acquaintance known;
    private final IdentityPolicy policy;
    private final Map<Set<Node>, NameMatch> matches = new HashMap<>();

    Judge(Acquaintance known, IdentityPolicy policy) {
        this.known = known;
        this.policy = policy;
    }

    void settled() {
        matches.clear();
    }

    /** A link worth keeping: likely enough, or reviewed. */
    Optional<Link> link(EntityKey a, EntityKey b) {
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
        double called = known.alsoKnownAs(one, other);
        if (called > 0) {
            reasons.add("for: an item says that one is also known as the other");
            likeness = Math.max(likeness, 0.45 + called / 2);
        }
        Optional<Boolean> review = known.decided(one, other);
        double score = likeness == 0 ? 0 : withCompany(one, other, likeness, reasons);
        score = Math.round(score * 1e6) / 1e6;
        return score >= policy.possible() || review.isPresent()
                ? Optional.of(new Link(one, other, score, reasons, review))
                : Optional.empty();
    }

    private double withCompany(Node one, Node other, double likeness, List<String> reasons) {
        Map<Node, Double> a = known.company(one);
        Map<Node, Double> b = known.company(other);
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

    /**
     * Whether two can't be one: a person says so, or their names do and neither a person nor an item says otherwise. Full
     * names that share nothing exclude each other unless an alias of either is known.
     */
    boolean exclude(Node a, Node b) {
        Optional<Boolean> review = known.decided(a, b);
        if (review.isPresent()) {
            return !review.get();
        }
        NameMatch match = match(a, b);
        return (match.conflict() && known.alsoKnownAs(a, b) == 0)
                || (match.otherName() && !known.hasAlias(a) && !known.hasAlias(b));
    }

    private NameMatch match(Node a, Node b) {
        return matches.computeIfAbsent(
                Set.of(a, b),
                pair -> NameMatch.of(known.key(a).orElseThrow(), known.key(b).orElseThrow()));
    }
}
