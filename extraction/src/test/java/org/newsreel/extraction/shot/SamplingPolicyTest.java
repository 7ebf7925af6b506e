package org.newsreel.extraction.shot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplingPolicyTest {
    @ParameterizedTest
    @ValueSource(strings = {"every:24", "every:1", "second:1", "second:0.5", "shot:2", "shot:1.25"})
    void readsWhatItWrites(String text) {
        assertThat(SamplingPolicy.parse(text)).hasToString(text);
    }

    @Test
    void hasUsualFigures() {
        assertThat(SamplingPolicy.parse("shot")).hasToString("shot:2");
        assertThat(SamplingPolicy.parse(" second ")).hasToString("second:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "every", "every:0", "every:1.5", "second:0", "second:-1", "shot:x", "frame:3", "shot:2:3"})
    void refusesAnythingElseInOneSentence(String text) {
        assertThatThrownBy(() -> SamplingPolicy.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not by \"" + text + "\"");
    }
}
