package org.newsreel.training.chinese;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the features that occur often enough. */
final class FeatureIndex {
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private int[] features = new int[1024];

    private FeatureIndex() {}

    /** Numbers the features of these examples that occur at least {@code least} times, in the order they come. */
    static FeatureIndex of(List<int[]> examples, int least) {
        Map<Integer, Integer> counts = new HashMap<>();
        examples.forEach(example -> {
            for (int feature : example) {
                counts.merge(feature, 1, Integer::sum);
            }
        });
        FeatureIndex index = new FeatureIndex();
        examples.forEach(example -> {
            for (int feature : example) {
                if (counts.get(feature) >= least && !index.numbers.containsKey(feature)) {
                    index.add(feature);
                }
            }
        });
        return index;
    }

    private void add(int feature) {
        int number = numbers.size();
        numbers.put(feature, number);
        if (number == features.length) {
            features = Arrays.copyOf(features, 2 * number);
        }
        features[number] = feature;
    }

    int size() {
        return numbers.size();
    }

    /** The features by number. */
    int[] features() {
        return Arrays.copyOf(features, size());
    }

    /** Numbers instead of hashes, without the features that have none. */
    int[] numbers(int[] example) {
        int[] known = new int[example.length];
        int count = 0;
        for (int feature : example) {
            Integer number = numbers.get(feature);
            if (number != null) {
                known[count++] = number;
            }
        }
        return Arrays.copyOf(known, count);
    }
}
