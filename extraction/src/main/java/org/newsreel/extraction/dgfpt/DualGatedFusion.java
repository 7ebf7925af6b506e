package org.newsreel.extraction.dgfpt;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;

/** Dual-gated fusion (section 4.2, eq. 4 to 8). */
final class DualGatedFusion {
    /** Keeps eq. 4 finite when no object is like the text at all, and then weighs them alike. */
    private static final float LEAST = 1e-6f;

    private final DgfPtConfig config;
    private final Optional<Linear> objectGate;
    private final Optional<Linear> imageGate;
    private final Optional<Linear> inner;
    private final Optional<Linear> outer;

    DualGatedFusion(DgfPtConfig config, Weights weights) {
        this.config = config;
        long d = config.text().hiddenSize();
        DgfPtConfig.Fusion fusion = config.fusion();
        objectGate = fusion.objects() ? Optional.of(weights.linear("fc_beta", d, d)) : Optional.empty();
        imageGate = fusion.image() ? Optional.of(weights.linear("fc_gamma", d, d)) : Optional.empty();
        inner = fusion.gated() ? Optional.of(weights.linear("mlp.0", d, d)) : Optional.empty();
        outer = fusion.gated() ? Optional.of(weights.linear("mlp.1", d, d)) : Optional.empty();
    }

    /**
     * What fusion did.
     *
     * @param text {@code h̃_t [B, L, d]}
     * @param weights {@code α [B, K]}; all 0 for an example without objects
     * @param objects {@code β [B, d]}; 0 for an example without objects
     * @param image {@code γ [B, d]} in (-1, 1); 0 for an example without picture
     * @param gated {@code h_t ⊙ γ [B, L, d]}
     * @param added what eq. 7 adds to {@code h_t}, {@code [B, L, d]}
     */
    record Fused(
            NDArray text,
            Optional<NDArray> weights,
            Optional<NDArray> objects,
            Optional<NDArray> image,
            Optional<NDArray> gated,
            Optional<NDArray> added) {}

    /**
     * Eq. 4 with the cosines moved from [-1, 1] to [0, 1].
     *
     * @param text {@code [B, d]}
     * @param objects {@code [B, K, d]}
     * @param mask {@code [B, K]}
     * @return {@code [B, K]}, each row sums to 1, or is 0 without objects
     */
    static NDArray weights(NDArray text, NDArray objects, NDArray mask) {
        NDArray like = Functions.scale(
                        Functions.cosine(objects, text.expandDims(1)).add(1), 0.5)
                .add(LEAST)
                .mul(mask);
        return like.div(like.sum(new int[] {1}, true).add(LEAST * LEAST));
    }

    /** Eq. 5: {@code FC(Σ α_k h_o[k])}. weights: {@code [B, K]}, objects: {@code [B, K, d]} → {@code [B, d]}. */
    NDArray objectGate(NDArray weights, NDArray objects) {
        return objectGate.orElseThrow().apply(objects.mul(weights.expandDims(2)).sum(new int[] {1}));
    }

    /** Eq. 6 over the mean of a picture's blocks. {@code [B, d]} → {@code [B, d]} in (-1, 1). */
    NDArray imageGate(NDArray image) {
        return Functions.tanh(imageGate.orElseThrow().apply(image));
    }

    /** The multilayer perceptron of eq. 7. {@code [..., d]} → {@code [..., d]}. */
    NDArray perceptron(NDArray x) {
        return outer.orElseThrow().apply(Functions.gelu(inner.orElseThrow().apply(x)));
    }

    /** Eq. 4 to 8. Text that has neither objects nor picture nor caption stays as it is. */
    Fused apply(NDManager manager, Understood understood, boolean training) {
        BatchLayout layout = understood.layout();
        Rows textRows = layout.states().get(Stage.TEXT);
        NDArray text = understood.text();
        Optional<NDArray> alpha = Optional.empty();
        Optional<NDArray> beta = Optional.empty();
        Optional<NDArray> gamma = Optional.empty();
        Optional<NDArray> gated = Optional.empty();
        Optional<NDArray> added = Optional.empty();
        NDArray fused = text;
        if (config.fusion().gated()) {
            NDArray sum = text;
            NDArray there = manager.zeros(new Shape(textRows.groups(), 1));
            if (imageGate.isPresent()) {
                Rows rows = layout.states().get(Stage.IMAGE);
                NDArray any = rows.any(manager);
                NDArray mean = Functions.mean(understood.image().orElseThrow(), 1);
                gamma = Optional.of(imageGate(mean).mul(any));
                sum = text.mul(gamma.get().expandDims(1));
                gated = Optional.of(sum);
                there = there.maximum(any);
            }
            if (objectGate.isPresent()) {
                Rows rows = layout.states().get(Stage.OBJECTS);
                NDArray any = rows.any(manager);
                NDArray objects = understood.objects().orElseThrow();
                alpha = Optional.of(weights(mean(textRows, text), objects, rows.mask(manager)));
                beta = Optional.of(objectGate(alpha.get(), objects).mul(any));
                sum = sum.add(beta.get().expandDims(1));
                there = there.maximum(any);
            }
            NDArray mask = textRows.mask(manager).mul(there).expandDims(2);
            added = Optional.of(perceptron(Functions.dropout(sum, config.dropout(), training))
                    .mul(mask));
            fused = text.add(added.get());
        }
        if (understood.caption().isPresent()) {
            NDArray caption =
                    Functions.scale(understood.caption().get(), config.fusion().captionFactor());
            fused = fused.add(caption.expandDims(1).mul(textRows.mask(manager).expandDims(2)));
        }
        return new Fused(fused, alpha, beta, gamma, gated, added);
    }

    /** The mean over a sentence. {@code [B, L, d]} with 0 behind its end → {@code [B, d]}. */
    static NDArray mean(Rows rows, NDArray text) {
        NDArray count = rows.mask(text.getManager()).sum(new int[] {1}, true);
        return text.sum(new int[] {1}).div(count);
    }
}
