package org.newsreel.extraction.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.text.MentionSpan;
import org.newsreel.ontology.claim.EntityType;

class SpanTagsTest {
    private static final List<EntityType> TYPES = List.of(EntityType.PER, EntityType.LOC);

    private final SpanTags tags = new SpanTags(TYPES);

    @Test
    void aMentionHasAFirstAMiddleAndALastCharacter() {
        List<MentionSpan> spans = List.of(new MentionSpan(EntityType.LOC, 1, 4), new MentionSpan(EntityType.PER, 4, 5));

        assertThat(tags.encode(6, spans)).containsExactly(0, 5, 6, 7, 4, 0);
    }

    @Test
    void randomMentionsComeBack() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            List<MentionSpan> spans = new ArrayList<>();
            int at = 0;
            while (at < 40) {
                int from = at + random.nextInt(3);
                int to = from + 1 + random.nextInt(4);
                spans.add(new MentionSpan(TYPES.get(random.nextInt(2)), from, to));
                at = to;
            }
            int[] encoded = tags.encode(50, spans);

            assertThat(tags.decode(encoded)).isEqualTo(spans);
            for (int i = 0; i < encoded.length; i++) {
                assertThat(tags.allows(i == 0 ? -1 : encoded[i - 1], encoded[i]))
                        .isTrue();
            }
        }
    }

    @Test
    void ofOverlappingMentionsTheLaterIsLeftOut() {
        List<MentionSpan> spans = List.of(new MentionSpan(EntityType.PER, 0, 3), new MentionSpan(EntityType.LOC, 2, 4));

        assertThat(tags.decode(tags.encode(5, spans))).containsExactly(spans.get(0));
    }

    @Test
    void aMentionMayNotEndInTheMiddleOrGoOnInAnotherType() {
        assertThat(tags.allows(1, 0)).isFalse();
        assertThat(tags.allows(1, 7)).isFalse();
        assertThat(tags.allows(2, -1)).isFalse();
        assertThat(tags.allows(-1, 3)).isFalse();
        assertThat(tags.allows(3, 1)).isTrue();
        assertThat(tags.allows(1, 3)).isTrue();
    }

    @Test
    void anySequenceOfTagsHoldsSpansThatDoNotOverlap() {
        Random random = new Random(4);
        for (int round = 0; round < 500; round++) {
            int[] sequence = random.ints(20, 0, tags.size()).toArray();
            int end = 0;
            for (MentionSpan span : tags.decode(sequence)) {
                assertThat(span.from()).isGreaterThanOrEqualTo(end);
                end = span.to();
            }
            assertThat(end).isLessThanOrEqualTo(20);
        }
    }
}
