package org.newsreel.extraction.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.chinese.RepeatedMentions.Sure;
import org.newsreel.extraction.text.MentionSpan;
import org.newsreel.ontology.claim.EntityType;

class RepeatedMentionsTest {
    private static Sure person(int from, int to, double confidence) {
        return new Sure(new MentionSpan(EntityType.PER, from, to), confidence);
    }

    @Test
    void wordsFoundOnceAreFoundAgain() {
        List<Sure> all = RepeatedMentions.add("香织来了。香织走了。", List.of(person(5, 7, 0.9)));

        assertThat(all).containsExactly(person(0, 2, 0.45), person(5, 7, 0.9));
    }

    @Test
    void whatWasFoundStaysAndTheLongerWordsWin() {
        List<Sure> found = List.of(person(0, 2, 0.9), person(3, 7, 0.9));

        List<Sure> all = RepeatedMentions.add("香织、藤田香织、藤田香织、香织", found);

        assertThat(all)
                .extracting(Sure::span)
                .containsExactly(
                        found.get(0).span(),
                        found.get(1).span(),
                        new MentionSpan(EntityType.PER, 8, 12),
                        new MentionSpan(EntityType.PER, 13, 15));
    }

    @Test
    void doubtfulMentionsSingleCharactersAndTimesAreNotRepeated() {
        List<Sure> found =
                List.of(person(0, 2, 0.4), person(3, 4, 0.9), new Sure(new MentionSpan(EntityType.TIME, 5, 7), 0.9));

        assertThat(RepeatedMentions.add("香织、简、2月。香织、简、2月。", found)).isEqualTo(found);
    }
}
