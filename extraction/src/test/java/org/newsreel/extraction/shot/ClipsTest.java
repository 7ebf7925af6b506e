package org.newsreel.extraction.shot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.media.Cue;

class ClipsTest {
    @Test
    void leavesShortVideosWhole() {
        assertThat(Clips.of(List.of(), List.of(), 120)).containsExactly(new Clip(0, 120));
        assertThat(Clips.of(List.of(), List.of(), 0)).containsExactly(new Clip(0, 0));
    }

    @Test
    void cutsAtTheShotBorderInWhichNobodySpeaks() {
        List<Shot> shots = List.of(shot(0, 70), shot(70, 88), shot(88, 200));
        List<Cue> cues = List.of(new Cue(60, 69, "…"), new Cue(86, 91, "…"));
        assertThat(Clips.of(shots, cues, 200)).first().isEqualTo(new Clip(0, 70));
    }

    @Test
    void cutsBetweenSubtitlesWhenEveryShotBorderIsSpokenOver() {
        List<Shot> shots = List.of(shot(0, 90), shot(90, 150));
        List<Cue> cues = List.of(new Cue(80, 95, "…"), new Cue(97, 110, "…"));
        assertThat(Clips.of(shots, cues, 150)).first().isEqualTo(new Clip(0, 95));
    }

    @Test
    void cutsOneTakeWithoutWordsAfterAMinuteAndAHalf() {
        assertThat(Clips.of(List.of(shot(0, 200)), List.of(), 200)).containsExactly(new Clip(0, 90), new Clip(90, 200));
    }

    @Test
    void clipsOfAnythingJoinAndLastOneToTwoMinutes() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            List<Shot> shots = new ArrayList<>();
            double at = 0;
            for (int i = 0; i < random.nextInt(300); i++) {
                double next = at + random.nextDouble() * 40;
                shots.add(shot(at, next));
                at = next;
            }
            List<Cue> cues = new ArrayList<>();
            for (double t = 0; t < at; t += 1 + random.nextDouble() * 60) {
                cues.add(new Cue(t, t + 1 + random.nextDouble() * 50, "…"));
            }
            List<Clip> clips = Clips.of(shots, cues, at);
            double end = 0;
            for (Clip clip : clips) {
                assertThat(clip.start()).isEqualTo(end);
                assertThat(clip.length()).isLessThanOrEqualTo(Clips.LONGEST + 1e-9);
                end = clip.end();
            }
            assertThat(end).isEqualTo(at);
            assertThat(clips.subList(0, clips.size() - 1))
                    .allSatisfy(clip -> assertThat(clip.length()).isGreaterThanOrEqualTo(Clips.SHORTEST - 1e-9));
        }
    }

    private static Shot shot(double start, double end) {
        return new Shot((int) (start * 25), (int) (end * 25), start, end, Shot.Opening.CUT);
    }
}
