package org.newsreel.extraction.hvformer;

import ai.djl.ndarray.NDArray;
import java.util.List;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;

/** What stands in the router's place in the variant without it: a feed-forward network over {@code [T; C_H]}. */
record JoinedExperts(Linear inner, Linear outer) {
    /** {@code joined.1} and {@code joined.2}. */
    static JoinedExperts of(Weights weights, int visual, int d) {
        Weights own = weights.in("joined");
        return new JoinedExperts(own.linear("1", (visual + 1L) * d, d), own.linear("2", d, d));
    }

    /** {@code [B, n, d]} each → {@code [B, n, d]}. */
    NDArray apply(NDArray t, List<NDArray> fused) {
        NDArray all = t;
        for (NDArray one : fused) {
            all = all.concat(one, 2);
        }
        return outer.apply(Functions.gelu(inner.apply(all)));
    }
}
