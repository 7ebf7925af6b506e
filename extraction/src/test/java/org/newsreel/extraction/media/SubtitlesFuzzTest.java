package org.newsreel.extraction.media;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/** Subtitle files are written by hand and by all kinds of programs. */
class SubtitlesFuzzTest {
    @FuzzTest
    void parsesAnythingIntoCuesWithTheirTimesInOrder(FuzzedDataProvider data) {
        for (Cue cue : Subtitles.parse(data.consumeRemainingAsString())) {
            assertThat(cue.start()).isBetween(0.0, cue.end());
            assertThat(cue.text()).isNotBlank();
        }
    }
}
