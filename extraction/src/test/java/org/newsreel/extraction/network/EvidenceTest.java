package org.newsreel.extraction.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.network.Evidence.RegionShare;
import org.newsreel.extraction.network.Evidence.TextShare;

class EvidenceTest {
    @Test
    void weightsOfTextsAndRegionsSumToOneTogether() {
        List<TextShare> texts = List.of(new TextShare(0, 2, 0.7));
        assertThat(new Evidence(texts, List.of(new RegionShare(0, -1, 0.3)), Map.of("image", 0.4), Optional.empty())
                        .gates())
                .containsEntry("image", 0.4);
        assertThatThrownBy(() -> new Evidence(texts, List.of(), Map.of(), Optional.empty()))
                .hasMessageContaining("sum to 0.7");
    }

    @Test
    void aMapColoursTheCellThatCountedMostAndLeavesOthersAsTheyAre() {
        BufferedImage frame = new BufferedImage(80, 40, BufferedImage.TYPE_3BYTE_BGR);
        for (int x = 0; x < 80; x++) {
            for (int y = 0; y < 40; y++) {
                frame.setRGB(x, y, Color.BLUE.getRGB());
            }
        }
        BufferedImage shown = new HeatMap(0, 1, 4, new float[] {0, 0, 0, 2}).over(frame);

        assertThat(shown.getWidth()).isEqualTo(80);
        assertThat(new Color(shown.getRGB(10, 20))).isEqualTo(Color.BLUE);
        Color most = new Color(shown.getRGB(75, 20));
        assertThat(most.getRed()).isGreaterThan(150);
        assertThat(most.getBlue()).isLessThan(110);
        assertThat(new Color(frame.getRGB(75, 20))).isEqualTo(Color.BLUE);
    }

    @Test
    void aMapThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new HeatMap(0, 2, 2, new float[3])).hasMessageContaining("3 values");
        assertThatThrownBy(() -> new HeatMap(0, 1, 1, new float[] {-1})).hasMessageContaining("-1.0");
        assertThatThrownBy(() -> new HeatMap(0, 1, 1, new float[] {Float.NaN})).hasMessageContaining("NaN");
    }

    @Test
    void aMapWithoutAnythingChangesNothing() {
        BufferedImage frame = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        frame.setRGB(1, 1, 0x123456);
        assertThat(new HeatMap(0, 2, 2, new float[4]).over(frame).getRGB(1, 1) & 0xFFFFFF)
                .isEqualTo(0x123456);
    }
}
