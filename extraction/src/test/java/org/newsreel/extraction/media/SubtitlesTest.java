package org.newsreel.extraction.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubtitlesTest {
    @TempDir
    Path directory;

    @Test
    void subRipIsRead() {
        String content =
                "\ufeff1\r\n00:00:01,000 --> 00:00:02,500\r\n<i>Ada</i> met {\\an8}Bob.\r\nThen she left.\r\n\r\n"
                        + "2\r\n01:02:03,004 --> 01:02:04,000\r\n在北京 & more\r\n";

        assertThat(Subtitles.parse(content))
                .containsExactly(
                        new Cue(1, 2.5, "Ada met Bob.\nThen she left."), new Cue(3723.004, 3724, "在北京 & more"));
    }

    @Test
    void webVttIsRead() {
        String content =
                """
                WEBVTT - a title

                STYLE
                ::cue { color: red }

                NOTE 00:00 is no cue
                --> neither

                intro
                00:01.000 --> 00:02.000 align:start position:10%
                <v Ada>Hello <00:01.500><c.loud>Bob</c> &amp; Eve, 1 &lt; 2

                00:03.000 --> 00:04.000
                Bye
                """;

        assertThat(Subtitles.parse(content))
                .containsExactly(new Cue(1, 2, "Hello Bob & Eve, 1 < 2"), new Cue(3, 4, "Bye"));
    }

    @Test
    void badCuesArePassedOverAndTheOthersKept() {
        String content =
                """
                1
                00:00:01,000 -> 00:00:02,000
                wrong arrow

                2
                00:00:05,000 --> 00:00:04,000
                backwards

                3
                00:00:06,000 --> 00:00:07,000

                4
                99999:00:06,000 --> 00:00:07,000
                no such hour

                5
                00:00:08,000 --> 00:00:09,000
                good
                6
                00:00:10 --> 00:00:11
                good without a blank line
                00:00:03.5 --> 00:00:04
                early
                """;

        assertThat(Subtitles.parse(content))
                .containsExactly(
                        new Cue(3.5, 4, "early"), new Cue(8, 9, "good"), new Cue(10, 11, "good without a blank line"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "WEBVTT\n", "Once upon a time", "\0\1\2"})
    void aFileWithoutCuesIsRefused(String content) throws Exception {
        Path file = Files.writeString(directory.resolve("s.srt"), content);

        assertThatThrownBy(() -> Subtitles.read(file))
                .isInstanceOf(MediaException.class)
                .hasMessage(file + " has no subtitles in it: save them as SubRip (.srt) or WebVTT (.vtt) in UTF-8.");
    }

    @Test
    void bytesOutsideUtf8CostNoCue() throws Exception {
        Path file = Files.write(
                directory.resolve("s.srt"), "00:00:01,000 --> 00:00:02,000\nZo\u00eb".getBytes("ISO-8859-1"));

        assertThat(Subtitles.read(file)).containsExactly(new Cue(1, 2, "Zo\ufffd"));
    }
}
