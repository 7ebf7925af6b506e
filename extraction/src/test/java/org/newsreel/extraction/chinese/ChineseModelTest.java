package org.newsreel.extraction.chinese;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.model.ModelManifest;
import org.newsreel.extraction.model.SafeTensors;
import org.newsreel.extraction.model.SafeTensors.Stored;

class ChineseModelTest {
    private static final List<String> FILES = List.of("config.json", "weights.safetensors");

    @TempDir
    private Path directory;

    @Test
    void knownFeaturesAddUpAndOthersWeighNothing() {
        FeatureWeights weights = FeatureWeights.of(new int[] {7, -3, 0}, new float[] {1, 2, 0.5f, -1, 0, 0.25f}, 2, 3);

        float[] sums = weights.sums(new int[] {7, -3, 99, 7});

        assertThat(sums[0]).isCloseTo(2.5f, within(0.02f));
        assertThat(sums[1]).isCloseTo(3, within(0.02f));
    }

    @Test
    void theHeaviestFeaturesStayWhenThereAreTooMany() {
        FeatureWeights weights = FeatureWeights.of(new int[] {1, 2, 3, 4}, new float[] {0.1f, -3, 2, 0}, 1, 2);

        assertThat(weights.size()).isEqualTo(2);
        assertThat(weights.sums(new int[] {1})[0]).isZero();
        assertThat(weights.sums(new int[] {2})[0]).isCloseTo(-3, within(0.02f));
    }

    @Test
    void aSavedModelReadsAsItWas() {
        ChineseModel made = MadeModel.of(11);
        made.save(directory);

        ChineseModel read = ChineseModel.open(directory);

        assertThat(read.config()).isEqualTo(made.config());
        assertThat(read.transitions()).isEqualTo(made.transitions());
        int[] features = {1, 2, 3, 5, 8, 13, 21};
        assertThat(read.tags().sums(features)).isEqualTo(made.tags().sums(features));
        assertThat(read.relations().sums(features)).isEqualTo(made.relations().sums(features));
        assertThat(read.sha256()).hasSize(64);
    }

    @Test
    void aChangedFileIsNamed() throws IOException {
        MadeModel.of(11).save(directory);
        Path weights = directory.resolve("weights.safetensors");
        byte[] bytes = Files.readAllBytes(weights);
        bytes[bytes.length - 1]++;
        Files.write(weights, bytes);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChineseModel.open(directory))
                .withMessageContaining(weights + " is damaged");
    }

    @Test
    void aMissingTensorIsNamed() {
        rewrite(arrays -> arrays.remove("links.values"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChineseModel.open(directory))
                .withMessageEndingWith("lacks the tensor links.values.");
    }

    @Test
    void aTensorOfAnotherShapeIsNamed() {
        rewrite(arrays -> arrays.put("transitions", Stored.of(new float[3], 3)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChineseModel.open(directory))
                .withMessageEndingWith("has 3 values in the tensor transitions where 289 are needed.");
    }

    @Test
    void aTensorTooManyIsNamed() {
        rewrite(arrays -> arrays.put("more", Stored.of(new float[3], 3)));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChineseModel.open(directory))
                .withMessageEndingWith("has the tensor more, which this model does not use.");
    }

    @Test
    void anEmptyDirectoryIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChineseModel.open(directory))
                .withMessageContaining("There is no model in " + directory);
    }

    private void rewrite(java.util.function.Consumer<Map<String, Stored>> change) {
        MadeModel.of(11).save(directory);
        Path weights = directory.resolve("weights.safetensors");
        Map<String, Stored> arrays = new LinkedHashMap<>(SafeTensors.read(weights));
        change.accept(arrays);
        SafeTensors.write(weights, arrays);
        ModelManifest.write(directory, FILES);
    }
}
