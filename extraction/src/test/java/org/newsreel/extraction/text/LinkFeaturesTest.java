package org.newsreel.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.encoder.Words;
import org.newsreel.ontology.claim.EntityType;

class LinkFeaturesTest {
    private static final int SAME = 0;
    private static final int SAME_NAMES = 1;
    private static final int CONTAINED = 6;
    private static final int ACRONYM = 11;
    private static final int SAME_GENDER = 17;
    private static final int OTHER_GENDER = 18;

    private static TextTokenizer tokenizer;

    @BeforeAll
    static void open() {
        tokenizer = TextTokenizer.pretrained();
    }

    @AfterAll
    static void close() {
        tokenizer.close();
    }

    private static float[] features(EntityType type, String first, String second) {
        Words words = tokenizer.tokenize(first + " and " + second);
        int count = tokenizer.tokenize(first).count();
        Surface a = Surface.of(words, new MentionSpan(type, 0, count));
        Surface b = Surface.of(words, new MentionSpan(type, count + 1, words.count()));
        float[] features = new float[LinkFeatures.COUNT + 2];
        LinkFeatures.write(a, b, 0, features, 1);
        // Nothing is written before or behind the place that was given.
        assertThat(features[0]).isZero();
        assertThat(features[LinkFeatures.COUNT + 1]).isZero();
        return java.util.Arrays.copyOfRange(features, 1, LinkFeatures.COUNT + 1);
    }

    @Test
    void equalAndContainedNamesAreSeen() {
        float[] equal = features(EntityType.PER, "Anna Smith", "Anna Smith");
        assertThat(equal[SAME]).isOne();
        assertThat(equal[SAME_NAMES]).isOne();
        float[] part = features(EntityType.PER, "Anna Smith", "Smith");
        assertThat(part[SAME]).isZero();
        assertThat(part[CONTAINED]).isOne();
        assertThat(features(EntityType.PER, "Anna Smith", "Leo Brandt")[CONTAINED])
                .isZero();
    }

    @Test
    void anAcronymIsSeenWhicheverComesFirst() {
        assertThat(features(EntityType.ORG, "World Health Organization", "WHO")[ACRONYM])
                .isOne();
        assertThat(features(EntityType.ORG, "WHO", "World Health Organization")[ACRONYM])
                .isOne();
        assertThat(features(EntityType.ORG, "World Health Organization", "NATO")[ACRONYM])
                .isZero();
    }

    @Test
    void gendersAgreeOrNotAndOtherwiseSayNothing() {
        float[] same = features(EntityType.PER, "his mother", "the actress");
        assertThat(List.of(same[SAME_GENDER], same[OTHER_GENDER])).containsExactly(1f, 0f);
        float[] other = features(EntityType.PER, "his mother", "her father");
        assertThat(List.of(other[SAME_GENDER], other[OTHER_GENDER])).containsExactly(0f, 1f);
        float[] unknown = features(EntityType.PER, "Anna Smith", "her father");
        assertThat(List.of(unknown[SAME_GENDER], unknown[OTHER_GENDER])).containsExactly(0f, 0f);
    }

    @Test
    void allFeaturesLieBetweenNoughtAndOneWhateverTheWords() {
        for (int seed = 0; seed < 60; seed++) {
            Words words = tokenizer.tokenize("Ann " + HostileText.of(seed, 12) + " Leo");
            int half = words.count() / 2;
            for (EntityType type : EntityType.values()) {
                float[] features = new float[LinkFeatures.COUNT];
                LinkFeatures.write(
                        Surface.of(words, new MentionSpan(type, 0, half)),
                        Surface.of(words, new MentionSpan(type, half, words.count())),
                        seed,
                        features,
                        0);
                for (float feature : features) {
                    assertThat(feature).isBetween(0f, 1f);
                }
            }
        }
    }
}
