package org.newsreel.extraction.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.model.SafeTensors.Stored;

class ModelFilesTest {
    @TempDir
    private Path directory;

    private Path written() {
        Map<String, Stored> arrays = new LinkedHashMap<>();
        arrays.put("a.weight", Stored.of(new float[] {1, -2, 3, 4, 5, 6}, 2, 3));
        arrays.put("b", Stored.of(new float[] {7}));
        Path file = directory.resolve("weights.safetensors");
        SafeTensors.write(file, arrays);
        return file;
    }

    @Test
    void arraysComeBackAsTheyWere() {
        Map<String, Stored> read = SafeTensors.read(written());

        assertThat(read).containsOnlyKeys("a.weight", "b");
        assertThat(read.get("a.weight").shape()).containsExactly(2, 3);
        assertThat(read.get("a.weight").floats()).containsExactly(1, -2, 3, 4, 5, 6);
    }

    @Test
    void aTruncatedFileNamesItselfAndTheTensorThatIsCut() throws IOException {
        Path file = written();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 2));
        assertThatThrownBy(() -> SafeTensors.read(file))
                .hasMessageContaining("weights.safetensors")
                .hasMessageContaining("tensor b");
        Files.write(file, Arrays.copyOf(bytes, 20));
        assertThatThrownBy(() -> SafeTensors.read(file)).hasMessageContaining("truncated");
    }

    @Test
    void aByteEachKeepsValuesWithinHalfAStep() {
        Random random = new Random(1);
        float[] values = new float[40];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < 10 ? 0 : (float) random.nextGaussian() * (i / 10);
        }
        float[] scales = ByteRows.scales(values, 10);
        float[] back = ByteRows.decode(ByteRows.encode(values, scales, 10), scales, 10);
        for (int i = 0; i < values.length; i++) {
            assertThat(Math.abs(back[i] - values[i])).isLessThanOrEqualTo(scales[i / 10] * 0.5001f);
        }
    }

    @Test
    void aChangedAndAMissingFileAreNamed() throws IOException {
        Path file = written();
        ModelManifest.write(directory, List.of("weights.safetensors"));
        ModelManifest.read(directory).verify();

        Files.writeString(file, "other");
        assertThatThrownBy(() -> ModelManifest.read(directory).verify())
                .hasMessageContaining(file.toString())
                .hasMessageContaining("damaged");
        Files.delete(file);
        assertThatThrownBy(() -> ModelManifest.read(directory).verify())
                .hasMessageContaining(file.toString())
                .hasMessageContaining("missing");
        Files.delete(directory.resolve("SHA256SUMS"));
        assertThatThrownBy(() -> ModelManifest.read(directory)).hasMessageContaining("no model in");
    }
}
