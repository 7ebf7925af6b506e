package org.newsreel.extraction.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.Optional;
import org.newsreel.extraction.layer.TorchOps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A copy of an encoder's layers, laid out for inference on the processor. Calls may come from several threads. */
final class PackedLayers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PackedLayers.class);

    private final TorchOps ops;
    private final TorchOps.Held weights;
    private final long layers;

    private PackedLayers(TorchOps ops, TorchOps.Held weights, long layers) {
        this.ops = ops;
        this.weights = weights;
        this.layers = layers;
    }

    /**
     * Copies layers, or gives nothing where PyTorch was built without oneDNN or oneDNN can't multiply in that precision
     * on this processor.
     *
     * @param parameters of all layers, 16 each
     */
    static Optional<PackedLayers> of(BertConfig config, Precision precision, NDList parameters) {
        TorchOps ops = null;
        try {
            ops = TorchOps.of(PackedScript.methods(config, precision));
            TorchOps.Held weights = ops.hold("pack", parameters, (long) config.layers());
            return Optional.of(new PackedLayers(ops, weights, config.layers()));
        } catch (RuntimeException e) {
            LOG.info("The encoder runs without packed weights: {}", e.getMessage());
            if (ops != null) {
                ops.close();
            }
            return Optional.empty();
        }
    }

    /**
     * The states of all layers.
     *
     * @param x embeddings {@code [B, n, d]}
     * @param mask added to the attention scores, {@code [B, 1, 1, n]}
     */
    NDList run(NDManager manager, NDArray x, NDArray mask) {
        return ops.call(manager, "layers", x, mask, weights, layers);
    }

    @Override
    public void close() {
        weights.close();
        ops.close();
    }
}
