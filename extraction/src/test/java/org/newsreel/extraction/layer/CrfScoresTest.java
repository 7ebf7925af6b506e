package org.newsreel.extraction.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CrfScoresTest {
    private static final int TAGS = 3;
    private static final int WORDS = 5;

    private static float[] random(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private static double score(CrfScores crf, float[][] emissions, int[] tags) {
        double score = crf.start()[tags[0]] + crf.end()[tags[tags.length - 1]];
        for (int i = 0; i < tags.length; i++) {
            score += emissions[i][tags[i]];
            score += i == 0 ? 0 : crf.transitions()[tags[i - 1] * TAGS + tags[i]];
        }
        return score;
    }

    @Test
    void theBestPathAndTheMarginalsEqualThoseOverAllPaths() {
        for (int seed = 0; seed < 30; seed++) {
            Random random = new Random(seed);
            CrfScores crf = new CrfScores(random(random, TAGS * TAGS), random(random, TAGS), random(random, TAGS));
            float[][] emissions = new float[WORDS][];
            for (int i = 0; i < WORDS; i++) {
                emissions[i] = random(random, TAGS);
            }
            double[][] expected = new double[WORDS][TAGS];
            double total = 0;
            double bestScore = Double.NEGATIVE_INFINITY;
            int[] best = null;
            for (int code = 0; code < Math.pow(TAGS, WORDS); code++) {
                int[] tags = new int[WORDS];
                for (int i = 0, rest = code; i < WORDS; i++, rest /= TAGS) {
                    tags[i] = rest % TAGS;
                }
                double score = score(crf, emissions, tags);
                total += Math.exp(score);
                for (int i = 0; i < WORDS; i++) {
                    expected[i][tags[i]] += Math.exp(score);
                }
                if (score > bestScore) {
                    bestScore = score;
                    best = tags;
                }
            }

            assertThat(crf.best(emissions)).isEqualTo(best);
            double[][] marginals = crf.marginals(emissions);
            for (int i = 0; i < WORDS; i++) {
                for (int t = 0; t < TAGS; t++) {
                    assertThat(marginals[i][t]).isCloseTo(expected[i][t] / total, within(1e-6));
                }
            }
        }
    }

    @Test
    void nothingHasNoTags() {
        assertThat(new CrfScores(new float[9], new float[3], new float[3]).best(new float[0][]))
                .isEmpty();
    }
}
