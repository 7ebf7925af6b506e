package org.newsreel.extraction.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.shot.Shot;
import org.newsreel.ontology.claim.Box;

class ClipSamplesTest {
    private static final int HOUR = 3600;

    @Test
    void keepsOfALongVideoOnlyTheWritingThatCanStillCount() {
        ClipSamples clips = new ClipSamples(List.of());
        List<Sample> whole = new ArrayList<>();
        List<Shot> shots = new ArrayList<>();
        Random random = new Random(5);
        for (int second = 0; second < HOUR; second++) {
            if (second % 7 == 0) {
                shots.add(new Shot(25 * second, 25 * second + 174, second, second + 7, Shot.Opening.CUT));
            }
            List<CaptionReading> readings = new ArrayList<>(List.of(scrap(random), scrap(random)));
            if (second % 100 < 5) {
                readings.add(Scenery.caption("Ada Quillon", "MAYOR OF BRANNOCH"));
            }
            Sample sample = new Sample(25 * second, OptionalDouble.of(second), Scenery.ROOM, List.of(), readings);
            whole.add(sample);
            clips.add(sample, shots);
        }

        List<Sample> kept = clips.all();
        assertThat(kept)
                .extracting(Sample::frame)
                .isEqualTo(whole.stream().map(Sample::frame).toList());
        assertThat(CaptionVote.captions(kept)).hasSize(HOUR / 100).isEqualTo(CaptionVote.captions(whole));
        int readings =
                kept.stream().mapToInt(sample -> sample.captions().size()).sum();
        assertThat(readings).isLessThan(HOUR / 100 * 5 + 50);
    }

    @Test
    void keepsWhatOneSampleReadsSurely() {
        ClipSamples clips = new ClipSamples(List.of());
        Sample sample =
                new Sample(0, OptionalDouble.of(0), Scenery.ROOM, List.of(), List.of(Scenery.caption("Ada Quillon")));
        clips.add(sample, List.of());
        assertThat(clips.all()).containsExactly(sample);
    }

    /** Letters that no other sample has, read badly. */
    private static CaptionReading scrap(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            text.append((char) ('a' + random.nextInt(26)));
        }
        Box box = new Box(random.nextDouble() / 2, random.nextDouble() * 0.9, 0.2, 0.05);
        return new CaptionReading(List.of(new CaptionLine(text.toString(), box, 0.5)));
    }
}
