package org.newsreel.kg.merge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.kg.identity.IdentityPolicy;

/** Makes groups of what hangs together by links, and says who stands for each and what became of the links. */
final class Groups {
    private final Acquaintance known;
    private final Judge judge;
    private final IdentityPolicy policy;

    Groups(Acquaintance known, Judge judge, IdentityPolicy policy) {
        this.known = known;
        this.judge = judge;
        this.policy = policy;
    }

    /**
     * What links came to.
     *
     * @param representatives each member with whoever stands for it, mostly itself
     * @param statuses each link with {@code merged}, {@code apart} or {@code possible}
     */
    record Outcome(Map<Node, Node> representatives, Map<Link, String> statuses) {}

    /**
     * Groups what hangs together.
     *
     * @param members everything that joining links lead to from any of them
     * @param every all links of the members, also those that join nothing, some of which lead to others
     */
    Outcome of(Set<Node> members, Set<Link> every) {
        Map<Node, Node> now = new HashMap<>();
        if (members.size() == 1) {
            members.forEach(member -> now.put(member, member));
        } else {
            List<Link> joining =
                    every.stream().filter(link -> link.joins(policy.merge())).toList();
            for (List<Node> group : new Clusters(judge::exclude, policy.margin()).of(members, joining, every)) {
                Node representative = group.size() == 1 ? group.get(0) : representative(group);
                group.forEach(member -> now.put(member, representative));
            }
        }
        Map<Link, String> statuses = new LinkedHashMap<>();
        for (Link link : every) {
            Node one = now.getOrDefault(link.one(), link.one());
            boolean merged = one.equals(now.getOrDefault(link.other(), link.other()));
            // What a person decided is no question any more.
            boolean settled = link.joins(policy.merge()) || link.review().isPresent();
            statuses.put(link, merged ? "merged" : settled ? "apart" : "possible");
        }
        return new Outcome(now, statuses);
    }

    /**
     * Who stands for a group: a name that identifies everywhere rather than one that needs its item, one without
     * initials, then what more items use (in powers of two, so that one item seldom changes it), then the lesser IRI.
     */
    private Node representative(List<Node> group) {
        List<Node> order = new ArrayList<>(group);
        order.sort(Comparator.comparing((Node node) -> !isShared(node))
                .thenComparing(this::isAbbreviated)
                .thenComparing(node -> -Integer.highestOneBit(known.support(node)))
                .thenComparing(Node::getURI));
        return order.get(0);
    }

    private boolean isAbbreviated(Node node) {
        return known.key(node).map(EntityKey::isAbbreviated).orElse(true);
    }

    private boolean isShared(Node node) {
        return known.key(node).map(EntityKey::shared).orElse(false);
    }
}
