package org.newsreel.extraction.m3d;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.network.FullSize;
import org.newsreel.extraction.network.Pixels;

class M3dFullSizeTest {
    private static final int RELATIONS = 33;
    private static final M3dConfig CONFIG = M3dConfig.full(TextSize.english(), RELATIONS);

    /** What stands on the encoders, counted from the equations. */
    @Test
    void itHasTheParametersOfItsEquations() {
        long d = 768;
        long v = 64;
        long h = 256;
        long coder = (d + 1) * h + 2 * (h + 1) * v + (v + 1) * h + (h + 1) * d;
        long level = coder + 3 * d * d + 4 * (v + 1) * v + (v + 1) * 4 * v + (4 * v + 1) * v;
        long fusion = d * d + 2 * d + 3 * level;
        long construction = (d + 1) * d + 3 * (64 * d + 3 * d * d + d);
        long entities = (d + 1) * 9 + 9 * 9 + 2 * 9;
        long pairs = (2 + RELATIONS + 1) * (d * d + 1);
        long grounding = (d + 1) * 5 * d + (d + 1) * (4 + 4);
        try (M3dNetwork network = M3dNetwork.unfilled(CONFIG, Device.cpu())) {
            long own = network.byName().entrySet().stream()
                    .filter(e -> !network.pretrained(e.getKey()))
                    .mapToLong(e -> e.getValue().getArray().size())
                    .sum();
            assertThat(own).isEqualTo(2 * fusion + 2 * construction + 128 * d + entities + pairs + grounding);
        }
    }

    @Test
    @Tag("slow")
    void aForwardPassRunsAtFullSize() {
        TorchOps.inferOnThisThread();
        Random random = new Random(1);
        M3dExample made = MadeDocuments.document(1, 600, 0);
        List<M3dExample.Frame> frames = new ArrayList<>();
        for (int f = 0; f < 4; f++) {
            float[] values = new float[3 * 224 * 224];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            frames.add(new M3dExample.Frame(new Pixels(224, 224, values), List.of()));
        }
        M3dExample example = new M3dExample(
                1, made.pieces(), made.words(), made.mentions(), made.chains(), made.relations(), frames);
        try (M3dNetwork network = new M3dNetwork(CONFIG, Device.cpu())) {
            float[][] scores = FullSize.measured(
                    "M3D", "a document of 600 words and 4 frames", network, () -> network.scores(List.of(example)));
            assertThat(scores).hasDimensions(6, RELATIONS + 1);
            for (float[] row : scores) {
                for (float value : row) {
                    assertThat(value).isFinite();
                }
            }
            assertThat(network.evidence(example, 0, 1).map()).isPresent();
        }
    }
}
