package org.newsreel.training.metric;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.extraction.network.Assignment;

/**
 * Entity chains by three measures: MUC counts links (Vilain et al. 1995), B³ looks from every mention (Bagga and Baldwin
 * 1998), CEAF-e aligns whole chains one to one (Luo 2005, φ4). Mentions of either side may lack on the other.
 */
public final class ChainMetric {
    private final Tally muc = new Tally();
    private final Tally bCubed = new Tally();
    private final Tally ceaf = new Tally();

    /** Adds a document. Chains of one side do not share spans. */
    public void add(Collection<Set<Span>> gold, Collection<Set<Span>> found) {
        addMuc(gold, found);
        addBCubed(gold, found);
        addCeaf(new ArrayList<>(gold), new ArrayList<>(found));
    }

    private void addMuc(Collection<Set<Span>> gold, Collection<Set<Span>> found) {
        long foundLinks = found.stream().mapToLong(c -> c.size() - 1L).sum();
        long goldLinks = gold.stream().mapToLong(c -> c.size() - 1L).sum();
        muc.precision(commonLinks(found, gold), foundLinks);
        muc.recall(commonLinks(gold, found), goldLinks);
    }

    /** For each chain its size less the number of parts that the other side divides it into. */
    private static long commonLinks(Collection<Set<Span>> chains, Collection<Set<Span>> others) {
        Map<Span, Set<Span>> chainOf = chainOf(others);
        long links = 0;
        for (Set<Span> chain : chains) {
            Set<Set<Span>> parts = new HashSet<>();
            int alone = 0;
            for (Span span : chain) {
                Set<Span> other = chainOf.get(span);
                if (other == null) {
                    alone++;
                } else {
                    parts.add(other);
                }
            }
            links += chain.size() - parts.size() - alone;
        }
        return links;
    }

    private void addBCubed(Collection<Set<Span>> gold, Collection<Set<Span>> found) {
        bCubed.precision(shares(found, gold), mentions(found));
        bCubed.recall(shares(gold, found), mentions(gold));
    }

    /** The sum over mentions of the share of their chain that is with them on the other side. */
    private static double shares(Collection<Set<Span>> chains, Collection<Set<Span>> others) {
        Map<Span, Set<Span>> chainOf = chainOf(others);
        double sum = 0;
        for (Set<Span> chain : chains) {
            for (Span span : chain) {
                Set<Span> other = chainOf.get(span);
                if (other != null) {
                    sum += (double) common(chain, other) / chain.size();
                }
            }
        }
        return sum;
    }

    private void addCeaf(List<Set<Span>> gold, List<Set<Span>> found) {
        double[][] similarity = new double[gold.size()][found.size()];
        for (int g = 0; g < gold.size(); g++) {
            for (int f = 0; f < found.size(); f++) {
                similarity[g][f] = 2.0
                        * common(gold.get(g), found.get(f))
                        / (gold.get(g).size() + found.get(f).size());
            }
        }
        double best = Assignment.best(similarity);
        ceaf.precision(best, found.size());
        ceaf.recall(best, gold.size());
    }

    private static long common(Set<Span> a, Set<Span> b) {
        return a.stream().filter(b::contains).count();
    }

    private static long mentions(Collection<Set<Span>> chains) {
        return chains.stream().mapToLong(Set::size).sum();
    }

    private static Map<Span, Set<Span>> chainOf(Collection<Set<Span>> chains) {
        Map<Span, Set<Span>> chainOf = new HashMap<>();
        chains.forEach(chain -> chain.forEach(span -> chainOf.put(span, chain)));
        return chainOf;
    }

    public Score muc() {
        return muc.score();
    }

    public Score bCubed() {
        return bCubed.score();
    }

    public Score ceaf() {
        return ceaf.score();
    }

    /** Mean of the three F1. */
    public double f1() {
        return (muc().f1() + bCubed().f1() + ceaf().f1()) / 3;
    }
}
