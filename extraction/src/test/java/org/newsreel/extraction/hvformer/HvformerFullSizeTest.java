package org.newsreel.extraction.hvformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import ai.djl.Device;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.network.FullSize;
import org.newsreel.extraction.network.MadePosts;
import org.newsreel.extraction.network.Post;

class HvformerFullSizeTest {
    private static final int RELATIONS = 23;
    private static final HvformerConfig THREE = HvformerConfig.full(30526, RELATIONS);

    private static long count(HvformerConfig config) {
        try (HvformerNetwork network = HvformerNetwork.unfilled(config, Device.cpu())) {
            return FullSize.trained(network);
        }
    }

    /** The paper's figure is that of an expert at each of 13 levels; it also counts BERT's pooler, 0.6 million. */
    @Test
    void withAnExpertAtEveryLevelItHasThePapersParameters() {
        assertThat(count(THREE.withEveryLevel())).isCloseTo(250_800_000L, withinPercentage(1));
    }

    /** Of the encoders, as their publishers count them without poolers, and of what stands on them. */
    @Test
    void withExpertsAtThreeLevelsItHasTheParametersOfItsEquations() {
        long d = 768;
        long bert = 109_482_240 - (d + 1) * d + 4 * d;
        long vit = 87_455_232;
        long attention = 4 * (d * d + d) + 2 * d;
        long feedForward = 2 * d * d + d + d * d + d;
        long router = 4 * d * 4;
        assertThat(count(THREE))
                .isEqualTo(bert + vit + 3 * (attention + feedForward) + router + RELATIONS * (2 * d + 1));
    }

    @Test
    @Tag("slow")
    void aForwardPassRunsAtFullSize() {
        MadePosts made = new MadePosts(THREE.image().imageSize(), 1);
        Post post = made.seen(made.text(40), 1, true, 3);
        for (HvformerConfig config : List.of(THREE, THREE.withEveryLevel())) {
            try (HvformerNetwork network = new HvformerNetwork(config, Device.cpu())) {
                TorchOps.inferOnThisThread();
                float[][] scores = FullSize.measured(
                        "HVFormer with experts at " + config.levels(),
                        network,
                        () -> network.scores(List.of(HvformerExample.of(post))));
                assertThat(IntStream.range(0, RELATIONS).allMatch(i -> Float.isFinite(scores[0][i])))
                        .isTrue();
            }
        }
    }
}
