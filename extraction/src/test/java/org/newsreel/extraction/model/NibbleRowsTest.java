package org.newsreel.extraction.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NibbleRowsTest {
    private static float[] back(float[] values, int columns) {
        float[] scales = NibbleRows.scales(values, columns);
        return NibbleRows.decode(NibbleRows.encode(values, scales, columns), scales, columns);
    }

    @Test
    void wholeMultiplesOfAScaleComeBackExactlyInTheLayoutThatIsDocumented() {
        float[] values = {7, -7, 0, 3, -1};
        float[] scales = NibbleRows.scales(values, 5);
        ByteBuffer bytes = NibbleRows.encode(values, scales, 5);

        assertThat(scales).containsExactly(1);
        // 7 + 8 = 15 low, -7 + 8 = 1 high; 0 and 3; -1 and the unused half.
        assertThat(bytes.array()).containsExactly(0x1F, (byte) 0xB8, (byte) 0x87);
        assertThat(back(values, 5)).containsExactly(values);
    }

    @Test
    void everyGroupHasItsOwnScaleSoThatSmallNeighboursOfLargeValuesSurvive() {
        int columns = 3 * NibbleRows.GROUP + 10;
        Random random = new Random(2);
        float[] values = new float[4 * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() * (float) Math.pow(10, -(i % columns) / NibbleRows.GROUP);
        }
        float[] scales = NibbleRows.scales(values, columns);
        float[] back = back(values, columns);

        assertThat(scales).hasSize(4 * 4);
        for (int r = 0; r < 4; r++) {
            for (int g = 0; g < 4; g++) {
                double error = 0;
                double size = 0;
                for (int c = g * NibbleRows.GROUP; c < Math.min(columns, (g + 1) * NibbleRows.GROUP); c++) {
                    int i = r * columns + c;
                    error += Math.pow(back[i] - values[i], 2);
                    size += values[i] * values[i];
                }
                assertThat(Math.sqrt(error / size)).isLessThan(0.13);
            }
        }
    }

    @Test
    void theScaleOfAGroupIsAtLeastAsGoodAsTheOneThatClipsNothing() {
        Random random = new Random(3);
        for (int round = 0; round < 50; round++) {
            float[] values = new float[NibbleRows.GROUP];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            values[5] *= 4;
            float largest = 0;
            for (float value : values) {
                largest = Math.max(largest, Math.abs(value));
            }
            float plain = BrainFloats.round(largest / 7);
            double plainError = 0;
            double error = 0;
            float[] back = back(values, values.length);
            for (int i = 0; i < values.length; i++) {
                float number = Math.max(-7, Math.min(7, Math.round(values[i] / plain)));
                plainError += Math.pow(number * plain - values[i], 2);
                error += Math.pow(back[i] - values[i], 2);
            }
            assertThat(error).isLessThanOrEqualTo(plainError);
        }
    }

    @Test
    void zerosAndTinyValuesComeBackFinite() {
        float[] values = new float[2 * 16];
        values[20] = Float.MIN_VALUE;
        values[21] = -1e-38f;
        for (float value : back(values, 16)) {
            assertThat(Math.abs(value)).isLessThanOrEqualTo(1e-37f);
        }
    }

    @Test
    void brainFloatsRoundToTheNearest() {
        Random random = new Random(4);
        for (int i = 0; i < 1000; i++) {
            float value = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10));
            float rounded = BrainFloats.round(value);
            assertThat(Math.abs(rounded - value)).isLessThanOrEqualTo(Math.abs(value) / 256);
            assertThat(BrainFloats.decode(BrainFloats.encode(new float[] {value})))
                    .containsExactly(rounded);
        }
    }
}
