package org.newsreel.extraction.chinese;

import java.util.Random;
import org.newsreel.extraction.text.Calibration;
import org.newsreel.extraction.text.HostileText;
import org.newsreel.extraction.text.LabelSpace;

/** Models with random weights for features that texts really have, so that they find nonsense and plenty of it. */
final class MadeModel {
    private static final int FEATURES = 4_000;

    private MadeModel() {}

    /** A model that knows small numbers for features only. */
    static ChineseModel of(long seed) {
        int[] features = new int[50];
        for (int i = 0; i < features.length; i++) {
            features[i] = i;
        }
        return of(seed, features);
    }

    /** A model that knows features of hostile texts. */
    static ChineseModel wild(long seed, ChineseAnalyzer analyzer) {
        ChineseText text = analyzer.read(HostileText.of(seed, 100));
        int[] features = java.util.stream.Stream.of(text.characterFeatures())
                .flatMapToInt(java.util.Arrays::stream)
                .distinct()
                .limit(FEATURES)
                .toArray();
        return of(seed, features);
    }

    private static ChineseModel of(long seed, int[] features) {
        Random random = new Random(seed);
        LabelSpace space = LabelSpace.m3d().with(new Calibration(1, 0, 0.4));
        int k = new SpanTags(space.types()).size();
        return new ChineseModel(
                "made",
                "",
                new ChineseConfig(space, 0.5),
                weights(random, features, k),
                values(random, k * k),
                values(random, k),
                weights(random, features, 1),
                weights(random, features, space.relations().size()));
    }

    private static FeatureWeights weights(Random random, int[] features, int columns) {
        return FeatureWeights.of(features, values(random, features.length * columns), columns, features.length);
    }

    private static float[] values(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
