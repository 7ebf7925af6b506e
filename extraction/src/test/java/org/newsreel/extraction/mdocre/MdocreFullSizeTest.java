package org.newsreel.extraction.mdocre;

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

class MdocreFullSizeTest {
    private static final int RELATIONS = 21;
    private static final MdocreConfig CONFIG = MdocreConfig.full(30522, RELATIONS);

    /** What stands on BERT, counted from the paper's formulas. */
    @Test
    void itHasTheParametersOfItsFormulas() {
        long d = 768;
        long patches = 196;
        long layer = 4 * (d + 1) * d + 2 * 2 * d + (d + 1) * 4 * d + (4 * d + 1) * d;
        long patch = (3 * 16 * 16 + 1) * d + patches * d + 2 * d;
        long levels = 2 * 2 * d * d + (2 + 1) * layer;
        long frame = (patches * d + 1) * d + 128 * d + 2 * 2 * d;
        long gate = 2 * 2 * 16;
        long pair = 4 * d * d + (RELATIONS + 1) * (d * d + 1);
        try (MdocreNetwork network = MdocreNetwork.unfilled(CONFIG, Device.cpu())) {
            long own = network.byName().entrySet().stream()
                    .filter(e -> !network.pretrained(e.getKey()))
                    .mapToLong(e -> e.getValue().getArray().size())
                    .sum();
            assertThat(own).isEqualTo(patch + levels + frame + gate + pair);
        }
    }

    @Test
    @Tag("slow")
    void aForwardPassRunsAtFullSize() {
        TorchOps.inferOnThisThread();
        Random random = new Random(1);
        MdocreExample made = MadeVideos.document(1, 600, 0);
        List<Pixels> frames = new ArrayList<>();
        for (int f = 0; f < 8; f++) {
            float[] values = new float[3 * 224 * 224];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            frames.add(new Pixels(224, 224, values));
        }
        List<MdocreExample.Entity> entities = made.entities().stream()
                .map(e -> new MdocreExample.Entity(e.texts(), List.of(new MdocreExample.VisualMention(3, -1))))
                .toList();
        MdocreExample example = new MdocreExample(made.pieces(), made.words(), frames, entities, made.pairs());
        try (MdocreNetwork network = new MdocreNetwork(CONFIG, Device.cpu())) {
            float[][] scores = FullSize.measured(
                    "MDocRE", "a document of 600 words and 8 frames", network, () -> network.scores(List.of(example)));
            assertThat(scores).hasDimensions(3, RELATIONS + 1);
            for (float[] row : scores) {
                for (float value : row) {
                    assertThat(value).isFinite();
                }
            }
        }
    }
}
