package org.newsreel.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.layer.CrfScores;
import org.newsreel.ontology.claim.EntityType;

class TagSetTest {
    private final TagSet tags = new TagSet(List.of(EntityType.PER, EntityType.LOC));

    @Test
    void spansSurviveBeingTags() {
        List<MentionSpan> spans = List.of(
                new MentionSpan(EntityType.PER, 0, 2),
                new MentionSpan(EntityType.PER, 2, 3),
                new MentionSpan(EntityType.LOC, 5, 8));

        assertThat(tags.encode(8, spans)).containsExactly(1, 2, 1, 0, 0, 3, 4, 4);
        assertThat(tags.decode(tags.encode(8, spans))).isEqualTo(spans);
    }

    @Test
    void aPathUnderThePenaltiesNeverHasAnInsideWithoutItsBegin() {
        CrfScores crf = new CrfScores(tags.transitionPenalties(), tags.startPenalties(), new float[5]);
        Random random = new Random(11);
        for (int round = 0; round < 200; round++) {
            float[][] emissions = new float[12][5];
            for (float[] row : emissions) {
                for (int t = 0; t < 5; t++) {
                    row[t] = (float) random.nextGaussian() * 5;
                }
            }
            int before = -1;
            for (int tag : crf.best(emissions)) {
                assertThat(tags.allows(before, tag)).isTrue();
                before = tag;
            }
        }
    }
}
