package org.newsreel.extraction.hvformer;

import ai.djl.ndarray.NDArray;
import java.util.Optional;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.LayerNorm;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.MultiHeadAttention;
import org.newsreel.extraction.layer.Weights;

/**
 * The visual context learner of one level (section 3.4.1).
 *
 * @param level which of the view's levels it reads, from 0
 * @param guided the text-guided visual attention, unless the variant lacks it
 * @param inner {@code W_1, b_1} of eq. 6, {@code 2d → d}
 * @param outer {@code W_2, b_2} of eq. 6, {@code d → d}
 */
record VisualExpert(int level, Optional<Guided> guided, Linear inner, Linear outer) {
    /** Attention from words to patches, and the norm after it. */
    record Guided(MultiHeadAttention attention, LayerNorm norm) {}

    /** {@code expert.l}, {@code l} being the image encoder's layer. */
    static VisualExpert of(Weights weights, HvformerConfig config, int level) {
        int d = config.text().hiddenSize();
        Weights own = weights.in("expert").in(Integer.toString(config.levels().get(level)));
        Optional<Guided> guided = config.attention()
                ? Optional.of(new Guided(
                        MultiHeadAttention.of(own, "attention", d, config.heads()),
                        own.norm("norm", d, config.text().layerNormEps())))
                : Optional.empty();
        return new VisualExpert(level, guided, own.linear("ffn.1", 2L * d, d), own.linear("ffn.2", d, d));
    }

    /**
     * Eq. 4 and 5: what each word sees. Without attention, every word sees the class token.
     *
     * @param t {@code [B, n, d]}
     * @return {@code Ṽ_l}, {@code [B, n, d]}, zero for posts without anything to see
     */
    NDArray context(NDArray t, View view) {
        NDArray seen = guided.map(
                        g -> g.norm().apply(g.attention().apply(t, view.levels().get(level), view.bias())))
                .orElseGet(() -> view.classes(level).repeat(1, t.getShape().get(1)));
        return seen.mul(view.visible());
    }

    /**
     * Eq. 6: words and what they see in one.
     *
     * @param t {@code [B, n, d]}
     * @param v {@code Ṽ_l}, {@code [B, n, d]}
     * @return {@code C_l}, {@code [B, n, d]}; {@code T} for posts without anything to see
     */
    NDArray fuse(NDArray t, NDArray v, View view) {
        NDArray hidden = Functions.gelu(inner.apply(t.concat(v, 2)));
        return outer.apply(hidden).mul(view.visible()).add(t);
    }

    /** {@code A_C} of eq. 4, {@code [B, M, n, S]}; without attention the one head that {@link #context} amounts to. */
    NDArray map(NDArray t, View view) {
        if (guided.isPresent()) {
            return guided.get().attention().map(t, view.levels().get(level), view.bias());
        }
        long batch = t.getShape().get(0);
        NDArray shares = view.there().div(view.there().sum(new int[] {1}, true).maximum(1f));
        NDArray rest = t.getManager()
                .zeros(new ai.djl.ndarray.types.Shape(
                        batch, view.there().getShape().get(1), view.positions() - 1L));
        return shares.expandDims(2)
                .concat(rest, 2)
                .reshape(batch, 1, 1, -1)
                .repeat(2, t.getShape().get(1));
    }
}
