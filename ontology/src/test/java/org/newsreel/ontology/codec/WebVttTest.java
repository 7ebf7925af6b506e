package org.newsreel.ontology.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.newsreel.ontology.claim.Subtitle;

class WebVttTest {
    @Test
    void aFileIsWhatBrowsersRead() {
        assertThat(WebVtt.write(List.of(
                        new Subtitle(0.5, 2, "Words <b>&amp;\nmore --> words"), new Subtitle(3723.0456, 3725, "你好"))))
                .isEqualTo("WEBVTT\n\n00:00:00.500 --> 00:00:02.000\nWords &lt;b&gt;&amp;amp;\nmore --&gt; words\n\n"
                        + "01:02:03.046 --> 01:02:05.000\n你好\n");
        assertThat(WebVtt.write(List.of())).isEqualTo("WEBVTT\n");
    }

    @Test
    void emptyLinesDoNotEndASubtitle() {
        List<Subtitle> read = WebVtt.read(WebVtt.write(
                List.of(new Subtitle(0, 1, " one\r\n\n \ntwo\u2028three "), new Subtitle(1, 1.0001, "four"))));
        assertThat(read).containsExactly(new Subtitle(0, 1, "one\ntwo\nthree"), new Subtitle(1, 1.001, "four"));
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Random random = new Random(3);
        String[] words = {"a", "&lt;", "<i>", "-->", "中文", "🚢", "&", "00:00:01.000", "WEBVTT"};
        List<Subtitle> subtitles = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder("x");
            for (int w = random.nextInt(6); w > 0; w--) {
                text.append(random.nextInt(4) == 0 ? "\n" : " ").append(words[random.nextInt(words.length)]);
            }
            subtitles.add(new Subtitle(i * 100.25, i * 100.25 + 1.125, text.toString()));
        }
        assertThat(WebVtt.read(WebVtt.write(subtitles))).isEqualTo(subtitles);
    }
}
