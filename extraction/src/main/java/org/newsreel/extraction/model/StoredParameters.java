package org.newsreel.extraction.model;

import ai.djl.nn.Parameter;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.newsreel.extraction.encoder.PretrainedEncoder;
import org.newsreel.extraction.encoder.StrictLoading;
import org.newsreel.extraction.encoder.Tensor;
import org.newsreel.extraction.model.SafeTensors.ElementType;
import org.newsreel.extraction.model.SafeTensors.Stored;

/**
 * The parameters of a network over {@link PretrainedEncoder} as a safetensors file. The encoder's are stored as
 * differences to the published ones, which fine-tuning keeps small; what training left as published is not stored.
 * Matrices of at least {@value #NARROW} columns take few bits a value and have their scales in a second array, {@code
 * NAME.scale}; everything else is 32-bit floats. The form of an array follows from its element type:
 *
 * <ul>
 *   <li>{@code I8}, {@code [rows, columns]}, with {@code F32} scales {@code [rows]}: {@link ByteRows};
 *   <li>{@code U8}, {@code [rows, ⌈columns / 2⌉]}, with {@code BF16} scales {@code [rows, ⌈columns / 128⌉]}: {@link
 *       NibbleRows};
 *   <li>{@code F32}: the values.
 * </ul>
 */
public final class StoredParameters {
    /** How the differences of the encoder's matrices are stored. The heads' matrices always take a byte a value. */
    public enum Differences {
        /** {@link ByteRows}: 21 MB for the shared encoder. */
        BYTES,
        /** {@link NibbleRows}: 11 MB for the shared encoder. */
        NIBBLES
    }

    private static final String SCALE = ".scale";
    /** Matrices narrower than this would hardly shrink. */
    static final int NARROW = 16;

    private StoredParameters() {}

    /**
     * Writes a network.
     *
     * @param parameters of the whole network, the encoder's under their published names
     * @param unchanged names of embedding tables that are as published
     * @param exact names of matrices to store in 32-bit floats
     */
    public static void write(
            Path file,
            Map<String, Parameter> parameters,
            Predicate<String> unchanged,
            Predicate<String> exact,
            Differences differences) {
        Map<String, Tensor> published = PretrainedEncoder.weights();
        Map<String, Stored> arrays = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> {
            if (!unchanged.test(name)) {
                long[] shape = parameter.getArray().getShape().getShape();
                float[] values = parameter.getArray().toFloatArray();
                Tensor base = published.get(name);
                boolean nibbles = base != null && differences == Differences.NIBBLES;
                if (base != null) {
                    addTo(values, base.toArray(), -1);
                }
                if (shape.length != 2 || shape[1] < NARROW || exact.test(name)) {
                    arrays.put(name, Stored.of(values, shape));
                } else if (nibbles) {
                    putNibbles(arrays, name, values, shape);
                } else {
                    putBytes(arrays, name, values, shape);
                }
            }
        });
        SafeTensors.write(file, arrays);
    }

    private static void putBytes(Map<String, Stored> arrays, String name, float[] values, long[] shape) {
        int columns = (int) shape[1];
        float[] scales = ByteRows.scales(values, columns);
        arrays.put(name, new Stored(ElementType.I8, shape, ByteRows.encode(values, scales, columns)));
        arrays.put(name + SCALE, Stored.of(scales, shape[0]));
    }

    private static void putNibbles(Map<String, Stored> arrays, String name, float[] values, long[] shape) {
        int columns = (int) shape[1];
        float[] scales = NibbleRows.scales(values, columns);
        long[] packed = {shape[0], NibbleRows.bytes(columns)};
        arrays.put(name, new Stored(ElementType.U8, packed, NibbleRows.encode(values, scales, columns)));
        arrays.put(name + SCALE, Stored.ofBrainFloats(scales, shape[0], NibbleRows.groups(columns)));
    }

    /**
     * Fills a network with the published encoder and what a file changes in it.
     *
     * @throws IllegalArgumentException in one sentence when the file is not exactly this network's; nothing has been
     *     filled then
     */
    public static void loadInto(Path file, Map<String, Parameter> parameters) {
        Map<String, Tensor> published = PretrainedEncoder.weights();
        Map<String, Stored> stored = SafeTensors.read(file);
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        stored.forEach((name, array) -> {
            boolean scale =
                    name.endsWith(SCALE) && stored.containsKey(name.substring(0, name.length() - SCALE.length()));
            if (!scale) {
                Parameter parameter = parameters.get(name);
                long[] shape = parameter == null
                        ? array.shape()
                        : parameter.getArray().getShape().getShape();
                Tensor difference = values(file, name, array, stored.get(name + SCALE), shape);
                tensors.put(name, onTopOf(file, published.get(name), difference));
            }
        });
        for (String name : parameters.keySet()) {
            if (!tensors.containsKey(name) && published.containsKey(name) && name.startsWith("embeddings.")) {
                tensors.put(name, published.get(name));
            }
        }
        StrictLoading.load(parameters, tensors, "The file " + file);
    }

    private static Tensor values(Path file, String name, Stored array, Stored scale, long[] wanted) {
        if (array.type() == ElementType.F32) {
            return new Tensor(name, array.shape(), FloatBuffer.wrap(array.floats()), false);
        }
        boolean nibbles = array.type() == ElementType.U8 && scale != null && scale.type() == ElementType.BF16;
        boolean bytes = array.type() == ElementType.I8 && scale != null && scale.type() == ElementType.F32;
        if (array.shape().length != 2 || !(nibbles || bytes)) {
            throw new IllegalArgumentException(
                    "The file " + file + " has the tensor " + name + " without the scales of its rows.");
        }
        // Two values a byte hide whether the number of columns is odd.
        long rows = array.shape()[0];
        boolean odd = nibbles && wanted.length == 2 && wanted[1] == 2 * array.shape()[1] - 1;
        int columns = (int) (nibbles ? 2 * array.shape()[1] - (odd ? 1 : 0) : array.shape()[1]);
        long[] scales = nibbles ? new long[] {rows, NibbleRows.groups(columns)} : new long[] {rows};
        if (!Arrays.equals(scale.shape(), scales)) {
            throw new IllegalArgumentException("The file " + file + " has scales of the shape "
                    + Arrays.toString(scale.shape()) + " for the tensor " + name + ", which needs "
                    + Arrays.toString(scales) + ".");
        }
        float[] decoded = nibbles
                ? NibbleRows.decode(array.bytes(), scale.floats(), columns)
                : ByteRows.decode(array.bytes(), scale.floats(), columns);
        return new Tensor(name, new long[] {rows, columns}, FloatBuffer.wrap(decoded), false);
    }

    private static Tensor onTopOf(Path file, Tensor base, Tensor difference) {
        if (base == null) {
            return difference;
        }
        if (!Arrays.equals(base.dimensions(), difference.dimensions())) {
            throw new IllegalArgumentException("The file " + file + " has the tensor " + difference.name()
                    + " in the shape " + Arrays.toString(difference.dimensions()) + " where the encoder has "
                    + Arrays.toString(base.dimensions()) + ".");
        }
        float[] values = difference.toArray();
        addTo(values, base.toArray(), 1);
        return new Tensor(difference.name(), difference.dimensions(), FloatBuffer.wrap(values), false);
    }

    private static void addTo(float[] values, float[] others, int sign) {
        for (int i = 0; i < values.length; i++) {
            values[i] += sign * others[i];
        }
    }
}
