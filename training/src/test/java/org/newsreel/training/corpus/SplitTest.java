package org.newsreel.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SplitTest {
    @Test
    void theDivisionNeverChanges() {
        // Figures in docs/benchmarks.md rest on these.
        assertThat(Split.of(Annotation.M3D, "video_1_1")).isEqualTo(Split.of(Annotation.M3D, "video_1_99"));
        Map<Split, Integer> counts = new EnumMap<>(Split.class);
        for (int i = 0; i < 1000; i++) {
            counts.merge(Split.of(Annotation.M3D, "video_" + i + "_1"), 1, Integer::sum);
        }
        assertThat(counts).isEqualTo(Map.of(Split.TRAIN, TRAIN, Split.TUNE, TUNE, Split.HELD_BACK, HELD_BACK));
    }

    private static final int TRAIN = 614;
    private static final int TUNE = 72;
    private static final int HELD_BACK = 314;

    @Test
    void documentsOfOneVideoAreInOneFold() {
        boolean[] used = new boolean[3];
        for (int video = 0; video < 100; video++) {
            int fold = Split.fold("video_" + video + "_1", 3);
            used[fold] = true;
            for (int part = 2; part < 10; part++) {
                assertThat(Split.fold("video_" + video + "_" + part, 3)).isEqualTo(fold);
            }
        }
        assertThat(used).containsOnly(true);
    }

    @Test
    void corporaWithFilesOfTheirOwnAreNotDivided() {
        for (int i = 0; i < 100; i++) {
            assertThat(Split.of(Annotation.TWITTER2017, "id" + i)).isEqualTo(Split.TRAIN);
        }
    }
}
