package org.newsreel.training.chinese;

import java.util.Arrays;
import java.util.Random;

/** Leaves features out at random. */
final class Dropout {
    private Dropout() {}

    static int[] of(int[] features, double share, Random random) {
        int[] kept = new int[features.length];
        int count = 0;
        for (int feature : features) {
            if (random.nextDouble() >= share) {
                kept[count++] = feature;
            }
        }
        return Arrays.copyOf(kept, count);
    }
}
