package org.newsreel.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusteringTest {
    private static Clustering.Link link(int a, int b, double score) {
        return new Clustering.Link(a, b, score);
    }

    @Test
    void joinsByTheMeanOverAllPairsAndNotByTheBestPair() {
        // 0-1 join first; then {0,1}-2 has the mean (0.6 + 0.1) / 2 = 0.35.
        List<Clustering.Link> links = List.of(link(0, 1, 0.9), link(1, 2, 0.6), link(0, 2, 0.1));

        assertThat(Clustering.of(3, links, 0.36)).containsExactly(List.of(0, 1), List.of(2));
        assertThat(Clustering.of(3, links, 0.35)).containsExactly(List.of(0, 1, 2));
    }

    @Test
    void whatHasNoLinkStaysAlone() {
        assertThat(Clustering.of(3, List.of(link(0, 2, 0.5)), 0.3)).containsExactly(List.of(0, 2), List.of(1));
        assertThat(Clustering.of(0, List.of(), 0.3)).isEmpty();
    }

    @Test
    void equalsTheStraightforwardAlgorithm() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int count = 9;
            double[][] score = new double[count][count];
            List<Clustering.Link> links = new ArrayList<>();
            for (int a = 0; a < count; a++) {
                for (int b = a + 1; b < count; b++) {
                    score[a][b] = random.nextDouble();
                    links.add(link(a, b, score[a][b]));
                }
            }
            assertThat(Clustering.of(count, links, 0.55)).isEqualTo(naive(score, 0.55));
        }
    }

    private static List<List<Integer>> naive(double[][] score, double threshold) {
        List<List<Integer>> clusters = new ArrayList<>();
        for (int i = 0; i < score.length; i++) {
            clusters.add(new ArrayList<>(List.of(i)));
        }
        while (true) {
            double best = -1;
            int[] pair = null;
            for (int a = 0; a < clusters.size(); a++) {
                for (int b = a + 1; b < clusters.size(); b++) {
                    double sum = 0;
                    for (int i : clusters.get(a)) {
                        for (int j : clusters.get(b)) {
                            sum += score[Math.min(i, j)][Math.max(i, j)];
                        }
                    }
                    double mean = sum / clusters.get(a).size() / clusters.get(b).size();
                    if (mean > best) {
                        best = mean;
                        pair = new int[] {a, b};
                    }
                }
            }
            if (pair == null || best < threshold) {
                break;
            }
            clusters.get(pair[0]).addAll(clusters.remove(pair[1]));
        }
        return clusters.stream()
                .map(c -> c.stream().sorted().toList())
                .sorted(java.util.Comparator.comparingInt((List<Integer> c) -> c.get(0)))
                .toList();
    }
}
