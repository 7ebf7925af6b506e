package org.newsreel.extraction.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.encoder.PretrainedEncoder;
import org.newsreel.extraction.encoder.Tensor;
import org.newsreel.extraction.model.StoredParameters.Differences;

class StoredParametersTest {
    private static final String QUERY = "encoder.layer.0.attention.self.query.weight";
    private static final String BIAS = "encoder.layer.0.attention.self.query.bias";
    private static final String POSITIONS = "embeddings.position_embeddings.weight";
    private static final String HEAD = "head.weight";
    private static final String EXACT = "crf.transitions";

    @TempDir
    private Path directory;

    private final NDManager manager = NDManager.newBaseManager();

    @AfterEach
    void close() {
        manager.close();
    }

    private Map<String, Parameter> network() {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        add(parameters, QUERY, 384, 384);
        add(parameters, BIAS, 384);
        add(parameters, POSITIONS, 512, 384);
        add(parameters, HEAD, 5, 40);
        add(parameters, EXACT, 20, 20);
        return parameters;
    }

    private void add(Map<String, Parameter> parameters, String name, long... shape) {
        Parameter parameter = Parameter.builder()
                .setName(name)
                .setType(Parameter.Type.WEIGHT)
                .optShape(new Shape(shape))
                .optInitializer(Initializer.ZEROS)
                .build();
        parameter.initialize(manager, DataType.FLOAT32);
        parameters.put(name, parameter);
    }

    /** Published values with a little on top, as after training. */
    private Map<String, Parameter> trained() {
        Random random = new Random(5);
        Map<String, Tensor> published = PretrainedEncoder.weights();
        Map<String, Parameter> parameters = network();
        parameters.forEach((name, parameter) -> {
            float[] values = parameter.getArray().toFloatArray();
            Tensor base = published.get(name);
            float[] from = base == null ? values.clone() : base.toArray();
            for (int i = 0; i < values.length; i++) {
                values[i] = from[i] + (name.equals(POSITIONS) ? 0 : 0.01f * (float) random.nextGaussian());
            }
            parameter.getArray().set(values);
        });
        return parameters;
    }

    private Path written(Map<String, Parameter> parameters, Differences differences) {
        Path file = directory.resolve(differences + ".safetensors");
        StoredParameters.write(file, parameters, POSITIONS::equals, EXACT::equals, differences);
        return file;
    }

    private static double distance(Parameter a, Parameter b) {
        float[] x = a.getArray().toFloatArray();
        float[] y = b.getArray().toFloatArray();
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.pow(x[i] - y[i], 2);
        }
        return Math.sqrt(sum / x.length);
    }

    @Test
    void bothFormsBringATrainedNetworkBackAndFourBitsTakeHalfTheRoom() throws IOException {
        Map<String, Parameter> trained = trained();
        for (Differences form : Differences.values()) {
            Map<String, Parameter> loaded = network();
            StoredParameters.loadInto(written(trained, form), loaded);
            assertThat(distance(trained.get(BIAS), loaded.get(BIAS))).isLessThan(1e-8);
            assertThat(distance(trained.get(POSITIONS), loaded.get(POSITIONS))).isZero();
            assertThat(distance(trained.get(EXACT), loaded.get(EXACT))).isZero();
            assertThat(distance(trained.get(HEAD), loaded.get(HEAD))).isBetween(1e-9, 1e-4);
            // Of differences of about 0.01.
            assertThat(distance(trained.get(QUERY), loaded.get(QUERY)))
                    .isBetween(1e-6, form == Differences.BYTES ? 1.5e-4 : 1.3e-3);
        }
        long bytes = Files.size(directory.resolve("BYTES.safetensors"));
        long nibbles = Files.size(directory.resolve("NIBBLES.safetensors"));
        assertThat(bytes - nibbles).isGreaterThan(384 * 384 / 2 - 384 * 10);
    }

    @Test
    void aFileOfAnotherNetworkIsRefusedInASentenceThatNamesTheTensor() {
        Path file = written(trained(), Differences.NIBBLES);

        Map<String, Parameter> more = network();
        add(more, "other.weight", 2, 2);
        assertThatThrownBy(() -> StoredParameters.loadInto(file, more))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lacks the tensor other.weight");

        Map<String, Parameter> fewer = network();
        fewer.remove(HEAD);
        assertThatThrownBy(() -> StoredParameters.loadInto(file, fewer)).hasMessageContaining("has the tensor " + HEAD);

        Map<String, Parameter> wider = network();
        wider.remove(HEAD);
        add(wider, HEAD, 5, 41);
        assertThatThrownBy(() -> StoredParameters.loadInto(file, wider)).hasMessageContaining("[5, 41]");
        assertThat(wider.get(QUERY).getArray().toFloatArray())
                .as("nothing is filled")
                .containsOnly(0);
    }

    @Test
    void scalesOfAnotherShapeAndMissingOnesAreNamed() {
        Map<String, SafeTensors.Stored> arrays =
                new LinkedHashMap<>(SafeTensors.read(written(trained(), Differences.NIBBLES)));
        Path file = directory.resolve("changed.safetensors");

        arrays.put(QUERY + ".scale", SafeTensors.Stored.ofBrainFloats(new float[384], 384, 1));
        SafeTensors.write(file, arrays);
        assertThatThrownBy(() -> StoredParameters.loadInto(file, network()))
                .hasMessageContaining(QUERY)
                .hasMessageContaining("[384, 3]");

        arrays.remove(QUERY + ".scale");
        SafeTensors.write(file, arrays);
        assertThatThrownBy(() -> StoredParameters.loadInto(file, network()))
                .hasMessageContaining(QUERY)
                .hasMessageContaining("without the scales");
    }
}
