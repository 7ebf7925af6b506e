package org.newsreel.extraction.hvformer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Weights;

/**
 * The mixture of multimodal experts (section 3.4.2): the text-only expert, then the visual ones.
 *
 * @param weight {@code W_g}, {@code [E, E·d]}, transposed
 */
record ExpertRouter(NDArray weight) {
    /** {@code router.weight}. */
    static ExpertRouter of(Weights weights, int visual, int d) {
        int experts = visual + 1;
        return new ExpertRouter(weights.in("router").add("weight", Weights.XAVIER, experts, (long) experts * d));
    }

    /**
     * Eq. 9: how much each expert has to say of each word. Posts without anything to see have the text-only expert.
     *
     * @param t {@code [B, n, d]}
     * @param contexts {@code Ṽ} of the visual experts, each {@code [B, n, d]}
     * @param visible {@code [B, 1, 1]}
     * @return {@code G}, {@code [B, n, E]}, each row sums to 1
     */
    NDArray weigh(NDArray t, List<NDArray> contexts, NDArray visible) {
        NDArray all = t;
        for (NDArray context : contexts) {
            all = all.concat(context, 2);
        }
        // [B, 1, 1] -> [B, 1, E], with nothing in the way of the text-only expert
        NDArray barred = Functions.scale(visible.sub(1f), -Functions.MASKED).repeat(2, contexts.size());
        NDArray free = t.getManager().zeros(new Shape(t.getShape().get(0), 1, 1));
        return Functions.softmax(Functions.linear(all, weight).add(free.concat(barred, 2)), 2);
    }

    /**
     * Eq. 7 and 10: the experts' weighted sum.
     *
     * @param fused {@code C_l} of the visual experts, each {@code [B, n, d]}
     * @param g {@code [B, n, E]}
     * @return {@code C}, {@code [B, n, d]}
     */
    static NDArray mix(NDArray t, List<NDArray> fused, NDArray g) {
        NDArray sum = t.mul(g.get(":, :, 0:1"));
        for (int e = 0; e < fused.size(); e++) {
            sum = sum.add(fused.get(e).mul(g.get(":, :, {}:{}", e + 1, e + 2)));
        }
        return sum;
    }
}
