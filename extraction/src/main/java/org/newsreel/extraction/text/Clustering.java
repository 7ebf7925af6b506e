package org.newsreel.extraction.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Agglomerative clustering by mean link score (M3D, below eq. 16): the two clusters with the highest mean score over the
 * scored pairs between them are joined until that mean falls below a threshold. Of equal means the pair with the lower
 * indexes goes first, so the result follows from the scores alone.
 */
public final class Clustering {
    /** How likely it is that two things are one. */
    public record Link(int first, int second, double score) {}

    private record Candidate(double mean, int first, int second, int firstVersion, int secondVersion) {}

    private static final class Between {
        double sum;
        int count;

        double mean() {
            return sum / count;
        }
    }

    private final Map<Integer, Map<Integer, Between>> neighbours = new HashMap<>();
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>(Comparator.comparingDouble(Candidate::mean)
            .reversed()
            .thenComparingInt(Candidate::first)
            .thenComparingInt(Candidate::second));
    private final List<List<Integer>> members = new ArrayList<>();
    private final int[] version;
    private final double threshold;

    private Clustering(int count, List<Link> links, double threshold) {
        this.threshold = threshold;
        this.version = new int[count];
        for (int i = 0; i < count; i++) {
            members.add(new ArrayList<>(List.of(i)));
        }
        for (Link link : links) {
            Between between = neighbours
                    .computeIfAbsent(link.first(), k -> new HashMap<>())
                    .computeIfAbsent(link.second(), k -> new Between());
            between.sum += link.score();
            between.count++;
            neighbours.computeIfAbsent(link.second(), k -> new HashMap<>()).put(link.first(), between);
        }
        neighbours.forEach((a, others) -> others.forEach((b, between) -> {
            if (a < b) {
                offer(a, b, between);
            }
        }));
    }

    private void offer(int a, int b, Between between) {
        if (between.mean() >= threshold) {
            int low = Math.min(a, b);
            int high = Math.max(a, b);
            queue.add(new Candidate(between.mean(), low, high, version[low], version[high]));
        }
    }

    /**
     * Clusters {@code count} things.
     *
     * @param links scores in [0, 1]; each pair at most once, in either order
     * @return every thing in exactly one cluster; clusters and their members ascend
     */
    public static List<List<Integer>> of(int count, List<Link> links, double threshold) {
        Clustering clustering = new Clustering(count, links, threshold);
        clustering.run();
        return clustering.members.stream()
                .filter(m -> !m.isEmpty())
                .map(m -> m.stream().sorted().toList())
                .sorted(Comparator.comparingInt((List<Integer> m) -> m.get(0)))
                .toList();
    }

    private void run() {
        for (Candidate next = queue.poll(); next != null; next = queue.poll()) {
            boolean current =
                    version[next.first()] == next.firstVersion() && version[next.second()] == next.secondVersion();
            if (current) {
                join(next.first(), next.second());
            }
        }
    }

    /** Moves cluster {@code b} into {@code a}. */
    private void join(int a, int b) {
        members.get(a).addAll(members.get(b));
        members.get(b).clear();
        version[a]++;
        version[b]++;
        Map<Integer, Between> ofA = neighbours.get(a);
        Map<Integer, Between> ofB = neighbours.remove(b);
        ofA.remove(b);
        ofB.remove(a);
        ofB.forEach((c, between) -> {
            Map<Integer, Between> ofC = neighbours.get(c);
            ofC.remove(b);
            Between joined = ofA.computeIfAbsent(c, k -> new Between());
            joined.sum += between.sum;
            joined.count += between.count;
            ofC.put(a, joined);
        });
        ofA.forEach((c, between) -> offer(a, c, between));
    }
}
