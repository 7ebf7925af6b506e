package org.newsreel.extraction.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text tracks that the ffmpeg command puts into videos, where it is installed. */
class EmbeddedSubtitlesTest {
    private static final String SRT =
            """
            1
            00:00:00,500 --> 00:00:01,250
            The <i>ferry</i>, which left

            2
            00:00:02,000 --> 00:00:03,000
            青岚港
            at noon
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"mp4,mov_text", "mkv,srt", "mkv,ass", "mkv,webvtt"})
    void wordsAndTimesAreThoseThatWerePutIn(String ending, String codec) throws Exception {
        Path video = with(ending, codec);
        List<Cue> cues = Subtitles.inside(video);

        assertThat(cues).extracting(Cue::text).containsExactly("The ferry, which left", "青岚港\nat noon");
        assertThat(cues.get(0).start()).isEqualTo(0.5, within(0.02));
        assertThat(cues.get(0).end()).isEqualTo(1.25, within(0.02));
        assertThat(cues.get(1).start()).isEqualTo(2, within(0.02));
    }

    @Test
    void aVideoWithoutWordsHasNone() throws Exception {
        assertThat(Subtitles.inside(MadeVideo.in(directory.resolve("v.mp4")).frames(5)))
                .isEmpty();
    }

    @Test
    void whatIsNoVideoIsNamed() throws Exception {
        Path file = Files.write(directory.resolve("w.mp4"), new byte[100]);
        assertThatThrownBy(() -> Subtitles.inside(file))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("w.mp4");
    }

    private Path with(String ending, String codec) throws Exception {
        Path video = MadeVideo.in(directory.resolve("v.mp4")).frames(100);
        Path srt = Files.writeString(directory.resolve("v.srt"), SRT);
        Path out = directory.resolve("with." + ending);
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        command.addAll(List.of("-i", video.toString(), "-i", srt.toString(), "-c:v", "copy", "-c:s", codec));
        command.add(out.toString());
        try {
            assertThat(new ProcessBuilder(command).inheritIO().start().waitFor())
                    .isZero();
        } catch (IOException e) {
            assumeTrue(false, "the ffmpeg command is not installed");
        }
        return out;
    }
}
