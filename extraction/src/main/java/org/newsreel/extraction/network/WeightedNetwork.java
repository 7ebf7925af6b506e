package org.newsreel.extraction.network;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.function.Function;
import org.newsreel.extraction.layer.Weights;

/**
 * A network whose parameters are one set of weights. Those of pretrained encoders are in the scopes {@code text} and
 * {@code image}. A constructor that fails after this class's own must {@link #close} what there is.
 */
public abstract class WeightedNetwork<E> implements TrainableNetwork<E> {
    private static final String TEXT = "text.";
    private static final String IMAGE = "image.";

    private final NDManager root;
    private final Weights weights;
    private final Deque<AutoCloseable> owned = new ArrayDeque<>();

    /** @param made {@link Weights#Weights} for a network to be trained, {@link Weights#unfilled} for one to be loaded */
    protected WeightedNetwork(Device device, Function<NDManager, Weights> made) {
        root = NDManager.newBaseManager(device, "PyTorch");
        weights = made.apply(root);
    }

    /** What the network's parts add their parameters to. */
    protected final Weights weights() {
        return weights;
    }

    /** Closes a part with the network, parts made last first. */
    protected final <T extends AutoCloseable> T owned(T part) {
        owned.push(part);
        return part;
    }

    @Override
    public final NDManager manager() {
        return root;
    }

    @Override
    public final Map<String, Parameter> byName() {
        return weights.byName();
    }

    @Override
    public boolean pretrained(String parameter) {
        return parameter.startsWith(TEXT) || parameter.startsWith(IMAGE);
    }

    /** Statistics of batch normalisation. */
    @Override
    public boolean frozen(String parameter) {
        return !byName().get(parameter).requiresGradient();
    }

    /** The rows of {@code [n, k]}. */
    protected static float[][] rows(NDArray matrix) {
        float[] flat = matrix.toFloatArray();
        float[][] rows = new float[(int) matrix.getShape().get(0)][];
        int width = (int) matrix.getShape().get(1);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(flat, i * width, (i + 1) * width);
        }
        return rows;
    }

    @Override
    public final void close() {
        while (!owned.isEmpty()) {
            try {
                owned.pop().close();
            } catch (Exception e) {
                throw new IllegalStateException("a part of a network does not close", e);
            }
        }
        root.close();
    }
}
