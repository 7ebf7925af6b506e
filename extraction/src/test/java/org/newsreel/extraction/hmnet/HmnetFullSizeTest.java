package org.newsreel.extraction.hmnet;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.layer.TorchOps;
import org.newsreel.extraction.network.FullSize;
import org.newsreel.extraction.network.MadePosts;
import org.newsreel.extraction.network.Post;

class HmnetFullSizeTest {
    private static final int RELATIONS = 23;
    private static final HmnetConfig CONFIG = HmnetConfig.full(HmnetTask.RELATIONS, 30526, RELATIONS);

    /** Of the encoders, as their publishers count them without pooler and classifier, and of what stands on them. */
    @Test
    void itHasTheParametersOfItsEquations() {
        long d = 768;
        long bert = 109_482_240 - (d + 1) * d + 4 * d;
        long resnet = 25_557_032 - (2048 + 1) * 1000;
        long pyramid = (256 + 512 + 1024 + 2048 + 4) * d;
        long gates = 12 * 4 * (d + 1);
        long prompts = 12 * 2 * d * d;
        try (HmnetNetwork network = HmnetNetwork.unfilled(CONFIG, Device.cpu())) {
            assertThat(FullSize.trained(network))
                    .isEqualTo(bert + resnet + pyramid + gates + prompts + RELATIONS * (d + 1));
        }
    }

    @Test
    @Tag("slow")
    void aForwardPassRunsAtFullSize() {
        MadePosts made = new MadePosts(CONFIG.pictureSize(), 1);
        Post post = made.seen(made.text(40), 1, true, 3);
        try (HmnetNetwork network = new HmnetNetwork(CONFIG, Device.cpu())) {
            TorchOps.inferOnThisThread();
            float[][] scores =
                    FullSize.measured("HMNeT", network, () -> network.scores(List.of(HmnetExample.of(post))));
            assertThat(scores[0]).hasSize(RELATIONS);
            assertThat(IntStream.range(0, RELATIONS).allMatch(i -> Float.isFinite(scores[0][i])))
                    .isTrue();
        }
    }
}
