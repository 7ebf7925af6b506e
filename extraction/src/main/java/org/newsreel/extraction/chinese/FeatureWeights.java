package org.newsreel.extraction.chinese;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.IntStream;
import org.newsreel.extraction.model.ByteRows;
import org.newsreel.extraction.model.SafeTensors.ElementType;
import org.newsreel.extraction.model.SafeTensors.Stored;

/**
 * A linear model: weights of K columns for each known feature. Features that are not in it weigh nothing. Immutable and
 * thread safe.
 */
public final class FeatureWeights {
    private static final String KEYS = ".keys";
    private static final String VALUES = ".values";
    private static final String SCALE = ".scale";

    private final int columns;
    private final int[] keys;
    private final byte[] values;
    private final float[] scales;
    /** Open addressing: 1 + row, 0 for a free place. */
    private final int[] slots;

    private FeatureWeights(int columns, int[] keys, byte[] values, float[] scales) {
        this.columns = columns;
        this.keys = keys;
        this.values = values;
        this.scales = scales;
        this.slots = new int[Integer.highestOneBit(Math.max(4, keys.length)) * 4];
        for (int row = 0; row < keys.length; row++) {
            slots[place(keys[row])] = row + 1;
        }
    }

    private int place(int key) {
        int mask = slots.length - 1;
        int at = key & mask;
        while (slots[at] != 0 && keys[slots[at] - 1] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    /**
     * Keeps what matters of trained weights, at one byte a value.
     *
     * @param features hashes, each once
     * @param weights [features][columns], row-major
     * @param most how many features to keep at most; those with the largest weights stay
     */
    public static FeatureWeights of(int[] features, float[] weights, int columns, int most) {
        float[] largest = new float[features.length];
        for (int i = 0; i < weights.length; i++) {
            largest[i / columns] = Math.max(largest[i / columns], Math.abs(weights[i]));
        }
        int[] kept = IntStream.range(0, features.length)
                .boxed()
                .filter(r -> largest[r] > 0)
                .sorted(Comparator.comparingDouble((Integer r) -> -largest[r]).thenComparingInt(r -> features[r]))
                .limit(most)
                .sorted(Comparator.comparingInt(r -> features[r]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] keys = new int[kept.length];
        float[] rows = new float[kept.length * columns];
        for (int k = 0; k < kept.length; k++) {
            keys[k] = features[kept[k]];
            System.arraycopy(weights, kept[k] * columns, rows, k * columns, columns);
        }
        float[] scales = ByteRows.scales(rows, columns);
        byte[] values = new byte[rows.length];
        ByteRows.encode(rows, scales, columns).get(values);
        return new FeatureWeights(columns, keys, values, scales);
    }

    public int columns() {
        return columns;
    }

    /** How many features have a weight. */
    public int size() {
        return keys.length;
    }

    /** The sums of the features' weights. -> [columns] */
    public float[] sums(int[] features) {
        float[] sums = new float[columns];
        for (int feature : features) {
            int row = slots[place(feature)] - 1;
            if (row >= 0) {
                float scale = scales[row];
                for (int k = 0; k < columns; k++) {
                    sums[k] += scale * values[row * columns + k];
                }
            }
        }
        return sums;
    }

    void store(String name, Map<String, Stored> arrays) {
        ByteBuffer bytes = ByteBuffer.allocate(keys.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(keys);
        arrays.put(name + KEYS, new Stored(ElementType.I32, new long[] {keys.length}, bytes));
        arrays.put(
                name + VALUES, new Stored(ElementType.I8, new long[] {keys.length, columns}, ByteBuffer.wrap(values)));
        arrays.put(name + SCALE, Stored.of(scales, keys.length));
    }

    /**
     * Takes a model out of a file's arrays.
     *
     * @param file for messages, such as "The file weights.safetensors"
     * @throws IllegalArgumentException in one sentence when an array lacks or has another type or shape
     */
    static FeatureWeights load(String file, String name, int columns, Map<String, Stored> arrays) {
        Stored keys = take(file, name + KEYS, ElementType.I32, arrays);
        int[] ids = new int[keys.bytes().remaining() / Integer.BYTES];
        keys.bytes().duplicate().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(ids);
        Stored values = take(file, name + VALUES, ElementType.I8, arrays);
        Stored scale = take(file, name + SCALE, ElementType.F32, arrays);
        if (!Arrays.equals(values.shape(), new long[] {ids.length, columns})
                || !Arrays.equals(scale.shape(), new long[] {ids.length})) {
            throw new IllegalArgumentException(file + " has the tensor " + name + VALUES + " of "
                    + Arrays.toString(values.shape()) + " where " + ids.length + " by " + columns + " are needed.");
        }
        byte[] bytes = new byte[values.bytes().remaining()];
        values.bytes().duplicate().get(bytes);
        return new FeatureWeights(columns, ids, bytes, scale.floats());
    }

    static Stored take(String file, String name, ElementType type, Map<String, Stored> arrays) {
        Stored stored = arrays.remove(name);
        if (stored == null) {
            throw new IllegalArgumentException(file + " lacks the tensor " + name + ".");
        }
        if (stored.type() != type) {
            throw new IllegalArgumentException(
                    file + " has the tensor " + name + " as " + stored.type() + " where " + type + " is needed.");
        }
        return stored;
    }
}
