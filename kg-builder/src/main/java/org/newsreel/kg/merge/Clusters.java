package org.newsreel.kg.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.apache.jena.graph.Node;

/**
 * Divides entities that links hang together into those that are one. Greedy correlation clustering with constraints:
 * links join from the strongest to the weakest, and none joins two groups in which any pair excludes each other, so that
 * no chain of likely links makes one of two that can't be (Bansal, Blum and Chawla, Correlation Clustering, 2004, state
 * the problem). A link whose rival is nearly as good is ambiguous and joins nothing.
 */
final class Clusters {
    private static final Comparator<Link> STRONGEST = Comparator.comparing(
                    (Link link) -> link.review().orElse(false))
            .thenComparingDouble(Link::score)
            .reversed()
            .thenComparing(link -> link.one().getURI())
            .thenComparing(link -> link.other().getURI());

    private final BiPredicate<Node, Node> exclude;
    private final double margin;

    /**
     * Clusters by a rule.
     *
     * @param exclude whether two entities can't be one; symmetric
     * @param margin by how much a link must lead over a rival
     */
    Clusters(BiPredicate<Node, Node> exclude, double margin) {
        this.exclude = exclude;
        this.margin = margin;
    }

    /**
     * The groups, each sorted by IRI; the same for every order of the arguments.
     *
     * @param links those that join
     * @param rivals all links of the members, also too weak to join and to others
     */
    List<List<Node>> of(Collection<Node> members, Collection<Link> links, Collection<Link> rivals) {
        Comparator<Node> byIri = Comparator.comparing(Node::getURI);
        Map<Node, TreeSet<Node>> groups = new TreeMap<>(byIri);
        for (Node member : members) {
            TreeSet<Node> alone = new TreeSet<>(byIri);
            alone.add(member);
            groups.put(member, alone);
        }
        List<Link> order = new ArrayList<>(unambiguous(links, rivals));
        order.sort(STRONGEST);
        for (Link link : order) {
            TreeSet<Node> one = groups.get(link.one());
            TreeSet<Node> other = groups.get(link.other());
            if (one != other && agree(one, other)) {
                TreeSet<Node> larger = one.size() >= other.size() ? one : other;
                TreeSet<Node> smaller = larger == one ? other : one;
                larger.addAll(smaller);
                smaller.forEach(node -> groups.put(node, larger));
            }
        }
        List<List<Node>> result = new ArrayList<>();
        groups.forEach((node, group) -> {
            if (group.first().equals(node)) {
                result.add(List.copyOf(group));
            }
        });
        return result;
    }

    private boolean agree(TreeSet<Node> one, TreeSet<Node> other) {
        for (Node a : one) {
            for (Node b : other) {
                if (exclude.test(a, b)) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Link> unambiguous(Collection<Link> links, Collection<Link> rivals) {
        Map<Node, List<Link>> byEnd = new HashMap<>();
        for (Link link : rivals) {
            byEnd.computeIfAbsent(link.one(), n -> new ArrayList<>()).add(link);
            byEnd.computeIfAbsent(link.other(), n -> new ArrayList<>()).add(link);
        }
        return links.stream()
                .filter(link -> link.review().orElse(false)
                        || (leads(link, link.one(), byEnd) && leads(link, link.other(), byEnd)))
                .toList();
    }

    /** Whether no link from the same end to somebody whom this one's far end excludes comes near. */
    private boolean leads(Link link, Node end, Map<Node, List<Link>> byEnd) {
        Node far = link.opposite(end);
        for (Link rival : byEnd.get(end)) {
            if (!rival.equals(link)
                    && rival.review().orElse(true)
                    && rival.score() > link.score() - margin
                    && exclude.test(far, rival.opposite(end))) {
                return false;
            }
        }
        return true;
    }
}
