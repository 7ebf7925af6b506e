package org.newsreel.extraction.spoken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.media.Cue;
import org.newsreel.extraction.media.Subtitles;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Spoken;

class MentionTimesTest {
    private static final String TRANSCRIPT =
            "The ferry left Vardholm at noon. Its captain, Ines Varnholt, had waited for"
                    + " the fog to lift. \"We were lucky,\" Varnholt said, before she went back to Vardholm.";

    private static final List<Cue> CUES = List.of(
            new Cue(1, 3, "The ferry left Vardholm at noon."),
            new Cue(3.5, 6.5, "Its captain Inez Varnhold"),
            new Cue(6.5, 9, "had waited for\nthe fog to lift"),
            new Cue(20, 22, "We were lucky"),
            new Cue(24, 26, "before she went back to Vardholm"));

    @Test
    void aTranscriptGivesEachMentionItsOwnTime() {
        List<Mention> timed = timed(TRANSCRIPT, CUES, "Vardholm", "Ines Varnholt", "Varnholt", "Vardholm");

        assertThat(timed.get(0).spoken()).hasValueSatisfying(at -> {
            assertThat(at.media()).isEqualTo("v0");
            assertThat(at.start()).isBetween(1.5, 2.2);
            assertThat(at.end()).isBetween(at.start(), 2.7);
        });
        // Misheard in one letter of each word.
        assertThat(timed.get(1).spoken())
                .hasValueSatisfying(at -> assertThat(at.start()).isBetween(4.5, 6.0));
        assertThat(timed.get(3).spoken())
                .hasValueSatisfying(at -> assertThat(at.start()).isBetween(25.0, 26.0));
    }

    @Test
    void aMentionThatIsNotSpokenStandsBetweenWhatIs() {
        List<Mention> timed = timed(TRANSCRIPT, CUES, "Varnholt said");
        assertThat(timed.get(0).spoken()).hasValueSatisfying(at -> {
            assertThat(at.start()).isEqualTo(22, within(0.01));
            assertThat(at.end()).isEqualTo(24, within(0.01));
        });
    }

    @Test
    void anotherTextGivesTimesOnlyToNamesThatAreSaidAsOftenAsWritten() {
        String article =
                "Investors met on Tuesday. The chair of Quellmar Energy, Ines Varnholt, told them that the plan"
                        + " was sound, and that the plan was hers.";
        List<Cue> cues = List.of(
                new Cue(0, 4, "Here is the news, and it is that of the week"),
                new Cue(30, 34, "said Ines Varnholt to us"),
                new Cue(50, 52, "on Tuesday or on Tuesday next"));
        List<Mention> timed = timed(article, cues, "Tuesday", "Quellmar Energy", "Ines Varnholt", "the plan");

        assertThat(timed).extracting(m -> m.spoken().isPresent()).containsExactly(false, false, true, false);
        assertThat(timed.get(2).spoken().orElseThrow().start()).isBetween(30.0, 32.0);
    }

    @Test
    void chineseIsAlignedByCharacters() {
        String text = "渡轮中午离开青岚港。船长李文静等到雾散。";
        List<Cue> cues = List.of(new Cue(2, 6, "渡轮中午离开青岚港"), new Cue(6, 10, "船长李文静等到雾散"));
        List<Mention> timed = timed(text, cues, "青岚港", "李文静");

        assertThat(timed.get(0).spoken().orElseThrow().start()).isBetween(4.5, 4.8);
        assertThat(timed.get(0).spoken().orElseThrow().end()).isEqualTo(6, within(0.001));
        assertThat(timed.get(1).spoken().orElseThrow().start()).isBetween(6.7, 7.0);
    }

    @Test
    void linesThatRollCountOnce() {
        List<Cue> rolling = List.of(
                new Cue(0, 2, "The ferry left"),
                new Cue(2, 4, "The ferry left\nVardholm at noon"),
                new Cue(4, 6, "Vardholm at noon"));
        assertThat(SpokenWord.of(rolling))
                .extracting(SpokenWord::form)
                .containsExactly("the", "ferry", "left", "vardholm", "at", "noon");
    }

    @Test
    void aTimeThatIsKnownStays() {
        Spoken known = new Spoken("v1", 100, 101);
        List<Mention> mentions = List.of(new Mention("m0", EntityType.LOC, 15, 23, "Vardholm", 1).spokenAt(known));
        assertThat(MentionTimes.of(TRANSCRIPT, mentions, Map.of("v0", CUES))
                        .get(0)
                        .spoken())
                .isEqualTo(Optional.of(known));
    }

    @Test
    void nothingIsTimedBySubtitlesOfSomethingElse() {
        List<Cue> other = List.of(new Cue(0, 3, "La pluie est revenue"), new Cue(3, 6, "sur les collines du nord"));
        assertThat(timed(TRANSCRIPT, other, "Vardholm", "Ines Varnholt"))
                .allSatisfy(mention -> assertThat(mention.spoken()).isEmpty());
    }

    @Test
    void anArticleThatQuotesItsInterviewIsTimedWhereItDoes() throws Exception {
        Path item = Path.of("..", "samples", "01-tidal-power");
        String article = Files.readString(item.resolve("article.txt"));
        List<Cue> cues = Subtitles.read(item.resolve("interview.srt"));
        List<Mention> timed = timed(article, cues, "Tidewell Energy", "Brannoch", "her father Anselm Varnholt", "1998");

        assertThat(timed.get(0).spoken()).isEmpty();
        assertThat(timed.get(1).spoken())
                .hasValueSatisfying(at -> assertThat(at.start()).isBetween(15.2, 17.0));
        assertThat(timed.get(2).spoken())
                .hasValueSatisfying(at -> assertThat(at.start()).isBetween(16.0, 17.8));
        assertThat(timed.get(3).spoken()).isEmpty();
    }

    private static List<Mention> timed(String text, List<Cue> cues, String... quotes) {
        List<Mention> mentions = new ArrayList<>();
        int from = 0;
        for (String quote : quotes) {
            int at = text.indexOf(quote, from);
            mentions.add(new Mention("m" + mentions.size(), EntityType.PER, at, at + quote.length(), quote, 0.9));
            from = at + 1;
        }
        return MentionTimes.of(text, mentions, Map.of("v0", cues));
    }
}
