package org.newsreel.extraction.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    @Test
    void theAssignmentEqualsTheBestOfAllPermutations() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            double[][] value = new double[1 + random.nextInt(5)][1 + random.nextInt(5)];
            int columns = value[0].length;
            for (double[] row : value) {
                for (int c = 0; c < columns; c++) {
                    row[c] = random.nextInt(3) == 0 ? 0 : random.nextDouble();
                }
            }
            assertThat(Assignment.best(value)).isCloseTo(brute(value, 0, 0), within(1e-9));
            int[] given = Assignment.columns(value);
            assertThat(Arrays.stream(given).filter(c -> c >= 0).distinct().count())
                    .isEqualTo(Math.min(value.length, columns));
        }
    }

    private static double brute(double[][] value, int row, int used) {
        if (row == value.length) {
            return 0;
        }
        double best = brute(value, row + 1, used);
        for (int c = 0; c < value[0].length; c++) {
            if ((used & 1 << c) == 0) {
                best = Math.max(best, value[row][c] + brute(value, row + 1, used | 1 << c));
            }
        }
        return best;
    }
}
