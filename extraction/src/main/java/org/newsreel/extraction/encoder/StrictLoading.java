package org.newsreel.extraction.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Copies a checkpoint into parameters and refuses one that is not exactly theirs. */
public final class StrictLoading {
    private StrictLoading() {}

    /**
     * Fills every parameter.
     *
     * @param origin where the tensors come from, for messages
     * @throws IllegalArgumentException naming the tensors that are missing, unexpected or of another shape; nothing has
     *     been copied then
     */
    public static void load(Map<String, Parameter> parameters, Map<String, Tensor> tensors, String origin) {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> arrays.put(name, parameter.getArray()));
        copy(arrays, tensors, origin);
    }

    /** Fills every array, under the same conditions as {@link #load}. */
    public static void copy(Map<String, NDArray> arrays, Map<String, Tensor> tensors, String origin) {
        TreeSet<String> missing = new TreeSet<>(arrays.keySet());
        missing.removeAll(tensors.keySet());
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(origin + " lacks the tensor " + few(missing) + ".");
        }
        TreeSet<String> unexpected = new TreeSet<>(tensors.keySet());
        unexpected.removeAll(arrays.keySet());
        if (!unexpected.isEmpty()) {
            throw new IllegalArgumentException(
                    origin + " has the tensor " + few(unexpected) + ", which this network does not have.");
        }
        arrays.forEach((name, array) -> {
            long[] wanted = array.getShape().getShape();
            long[] given = tensors.get(name).dimensions();
            if (!Arrays.equals(wanted, given)) {
                throw new IllegalArgumentException(origin + " has the tensor " + name + " in the shape "
                        + Arrays.toString(given) + " where this network needs " + Arrays.toString(wanted) + ".");
            }
        });
        arrays.forEach((name, array) -> {
            try (NDManager scratch = array.getManager().newSubManager()) {
                scratch.create(tensors.get(name).toArray(), array.getShape()).copyTo(array);
            }
        });
    }

    private static String few(TreeSet<String> names) {
        String shown = names.stream().limit(3).collect(Collectors.joining(", "));
        return names.size() <= 3 ? shown : shown + " and " + (names.size() - 3) + " more";
    }
}
