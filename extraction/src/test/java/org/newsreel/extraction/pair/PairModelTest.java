package org.newsreel.extraction.pair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.encoder.PretrainedEncoder;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.model.ModelManifest;

class PairModelTest {
    private static final List<String> TOKENS = List.of("Ann", "Stone", "joined", "Acme", "in", "Oslo");

    @TempDir
    private Path directory;

    @Test
    void aSavedNetworkSaysTheSameAndADamagedOrForeignFileIsNamed() throws IOException {
        Engine.getInstance().setRandomSeed(3);
        PairConfig config = PairConfig.mnre(BertConfig.bgeSmall());
        Map<String, Double> before;
        try (PairNetwork network = new PairNetwork(config, Precision.FP32, Device.cpu());
                TextTokenizer tokenizer = TextTokenizer.pretrained()) {
            PretrainedEncoder.loadInto(network.encoder());
            PairModel.save(
                    directory, "test", network, config.calibrated(1, 0.25), name -> name.startsWith("embeddings.w"));
            before = PairExtractor.of(network, tokenizer).classify(TOKENS, new TokenRange(0, 2), new TokenRange(3, 4));
        }
        try (PairExtractor extractor = PairExtractor.load(directory, Device.cpu())) {
            assertThat(extractor.model().orElseThrow().config().noneBias()).isEqualTo(0.25);
            Map<String, Double> after = extractor.classify(TOKENS, new TokenRange(0, 2), new TokenRange(3, 4));
            before.forEach((relation, p) ->
                    assertThat(after.get(relation)).as(relation).isCloseTo(p, within(0.02)));
            // Offsets of a plain text lead to the same pieces.
            Map<String, Double> offsets = extractor.classify("Ann Stone joined Acme in Oslo", 0, 9, 17, 21);
            assertThat(offsets).isEqualTo(after);
            assertThatThrownBy(() -> extractor.classify("Ann ... Bob", 3, 4, 8, 11))
                    .hasMessageContaining("head")
                    .hasMessageContaining("touches no word");
        }

        Path json = directory.resolve("config.json");
        String description = Files.readString(json);
        Files.writeString(json, description.replace("test", "other"));
        assertThatThrownBy(() -> PairModel.open(directory))
                .hasMessageContaining(json.toString())
                .hasMessageContaining("damaged");

        Files.writeString(json, description.replace(PretrainedEncoder.SHA256, "0".repeat(64)));
        ModelManifest.write(directory, List.of("config.json", "weights.safetensors"));
        assertThatThrownBy(() -> PairModel.open(directory))
                .hasMessageContaining(directory.toString())
                .hasMessageContaining("0".repeat(64));

        Files.writeString(json, "{}");
        ModelManifest.write(directory, List.of("config.json", "weights.safetensors"));
        assertThatThrownBy(() -> PairModel.open(directory)).hasMessageContaining("no configuration of a pair network");
    }
}
