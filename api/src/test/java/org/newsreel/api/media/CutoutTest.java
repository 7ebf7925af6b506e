package org.newsreel.api.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutoutTest {
    @Test
    void pixelsAreTakenAsTheyAre() {
        assertThat(Cutout.parse("10,20,30,40").within(100, 100)).containsExactly(10, 20, 30, 40);
        assertThat(Cutout.parse("pixel:10,20,30,40").within(100, 100)).containsExactly(10, 20, 30, 40);
    }

    @Test
    void percentRefersToThePicture() {
        assertThat(Cutout.parse("percent:25,50,50,50").within(640, 360)).containsExactly(160, 180, 320, 180);
    }

    @Test
    void whatSticksOutIsClipped() {
        assertThat(Cutout.parse("90,90,50,50").within(100, 100)).containsExactly(90, 90, 10, 10);
    }

    @Test
    void fractionsOfPixelsAreCoveredWhole() {
        assertThat(Cutout.parse("10.6,20.2,1.1,0.2").within(100, 100)).containsExactly(10, 20, 2, 1);
    }

    @Test
    void aRectangleOutsideIsRefused() {
        assertThatThrownBy(() -> Cutout.parse("100,0,10,10").within(100, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100 by 100");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1,2,3", "1,2,3,4,5", "-1,2,3,4", "a,b,c,d", "1,2,0,4", "1,2,3,0", "1e3,0,1,1", "NaN,0,1,1"})
    void otherFormsAreRefused(String text) {
        assertThatThrownBy(() -> Cutout.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
