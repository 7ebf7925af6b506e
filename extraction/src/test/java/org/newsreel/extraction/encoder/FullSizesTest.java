package org.newsreel.extraction.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.newsreel.extraction.layer.Weights;

/** How many values the encoders train at their published sizes, by arithmetic from the publications' tables. */
class FullSizesTest {
    private static long trained(Consumer<Weights> encoder) {
        try (NDManager root = NDManager.newBaseManager()) {
            Weights weights = new Weights(root);
            encoder.accept(weights);
            return count(weights.byName());
        }
    }

    private static long count(Map<String, Parameter> parameters) {
        return parameters.values().stream()
                .filter(Parameter::requiresGradient)
                .mapToLong(parameter -> parameter.getArray().size())
                .sum();
    }

    /** Of a Transformer layer: four projections, two feed-forward layers, two norms. */
    private static long layer(long d, long f) {
        return 4 * (d * d + d) + 2 * d * f + f + d + 4 * d;
    }

    @Test
    void bertBaseHasWhatItsPublisherCountsWithoutThePooler() {
        long expected = (30522 + 512 + 2 + 2) * 768L + 12 * layer(768, 3072);
        assertThat(expected).isEqualTo(109_482_240 - 590_592);
        assertThat(trained(w -> new BertEncoder(BertConfig.base(30522), BertLayout.BERT, w).close()))
                .isEqualTo(expected);
    }

    @Test
    void aLongformerHasWhatItsPublisherCountsWithoutThePooler() {
        long expected = (50265 + 4098 + 1 + 2) * 768L + 12 * (layer(768, 3072) + 3 * (768 * 768 + 768));
        assertThat(expected).isEqualTo(148_659_456 - 590_592);
        assertThat(trained(w -> new LongformerEncoder(LongformerConfig.base(), w).close()))
                .isEqualTo(expected);
    }

    @Test
    void visionTransformersHaveWhatTheirPublishersCount() {
        assertThat(trained(w -> new VitEncoder(VitConfig.base16(), w).close())).isEqualTo(85_798_656);
        assertThat(trained(w -> new VitEncoder(VitConfig.clipBase32(), w).close()))
                .isEqualTo(87_456_000);
        assertThat(trained(w -> new VitEncoder(VitConfig.base32(), w).close())).isEqualTo(87_455_232);
    }

    @Test
    void convolutionalNetworksHaveWhatTheirPublishersCountWithoutTheClassifier() {
        assertThat(trained(w -> new ResNetEncoder(ResNetConfig.resnet50(), w).close()))
                .isEqualTo(25_557_032 - (2048 + 1) * 1000);
        assertThat(trained(w -> new VggEncoder(VggConfig.vgg16(), w))).isEqualTo(138_357_544 - (4096 + 1) * 1000);
    }

    @Test
    void gpt2HasWhatItsPublisherCounts() {
        assertThat(trained(w -> new Gpt2Encoder(Gpt2Config.gpt2(), w).close())).isEqualTo(124_439_808);
    }
}
