package org.newsreel.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.layer.CrfScores;
import org.newsreel.ontology.claim.EntityType;

class MentionDecoderTest {
    private final TagSet tags = new TagSet(List.of(EntityType.PER, EntityType.LOC));

    private MentionDecoder decoder(float[] transitions) {
        return new MentionDecoder(tags, new CrfScores(transitions, new float[5], new float[5]));
    }

    @Test
    void handWrittenScoresGiveTheirSpansWithTheProbabilityOfTheWeakestWord() {
        // Without transitions a tag's probability is its softmax: e/(e+4) for 1 against four zeros.
        float[][] emissions = {
            {0, 9, 0, 0, 0}, {0, 0, 1, 0, 0}, {9, 0, 0, 0, 0}, {0, 0, 0, 9, 0},
        };

        List<FoundMention> found = decoder(new float[25]).decode(emissions, 100);

        assertThat(found)
                .extracting(FoundMention::span)
                .containsExactly(new MentionSpan(EntityType.PER, 100, 102), new MentionSpan(EntityType.LOC, 103, 104));
        assertThat(found.get(0).confidence()).isCloseTo(Math.E / (Math.E + 4), within(1e-6));
    }

    @Test
    void noWordsGiveNoMentions() {
        assertThat(decoder(new float[25]).decode(new float[0][], 7)).isEmpty();
    }

    @Test
    void spansNeverOverlapAndConfidencesAreProbabilities() {
        Random random = new Random(2);
        MentionDecoder decoder = decoder(tags.transitionPenalties());
        for (int round = 0; round < 100; round++) {
            float[][] emissions = new float[30][5];
            for (float[] row : emissions) {
                for (int t = 0; t < 5; t++) {
                    row[t] = (float) random.nextGaussian() * 50;
                }
            }
            int end = 0;
            for (FoundMention mention : decoder.decode(emissions, 0)) {
                assertThat(mention.span().from()).isGreaterThanOrEqualTo(end);
                assertThat(mention.span().to()).isGreaterThan(mention.span().from());
                assertThat(mention.confidence()).isBetween(0.0, 1.0);
                end = mention.span().to();
            }
            assertThat(end).isLessThanOrEqualTo(30);
        }
    }
}
