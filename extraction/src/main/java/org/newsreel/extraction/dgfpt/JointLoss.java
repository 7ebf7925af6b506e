package org.newsreel.extraction.dgfpt;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.newsreel.extraction.layer.Functions;

/** The parts of the joint objective (section 4.4). */
final class JointLoss {
    private static final float TINY = 1e-12f;
    /** Below any cosine less any margin, so that nothing is its own negative. */
    private static final float BARRED = -100f;

    private JointLoss() {}

    /** Eq. 10 and 11, as a divergence: {@code KL(p‖q)}, the mean over a batch. Both {@code [B, R]} → {@code []}. */
    static NDArray consistency(NDArray fusedLogits, NDArray textLogits) {
        NDArray p = Functions.logSoftmax(fusedLogits, 1);
        NDArray q = Functions.logSoftmax(textLogits, 1);
        return p.exp().mul(p.sub(q)).sum(new int[] {1}).mean();
    }

    /**
     * Eq. 12, the mean over a batch: an example's text before and after fusion must be more alike, by a margin, than
     * either is to the other's hardest negative in the batch. 0 for a batch of one.
     *
     * @param text {@code x [B, d]}
     * @param fused {@code x̃ [B, d]}
     * @return {@code []}
     */
    static NDArray identity(NDArray text, NDArray fused, double margin) {
        NDManager manager = text.getManager();
        int batch = (int) text.getShape().get(0);
        // Row i, column j: s(x_i, x̃_j).
        NDArray like = Functions.matmul(unit(text), unit(fused).transpose());
        NDArray eye = manager.eye(batch);
        NDArray own = like.mul(eye).sum(new int[] {1});
        NDArray others = like.add(Functions.scale(eye, BARRED));
        NDArray hardestText = others.max(new int[] {0});
        NDArray hardestFused = others.max(new int[] {1});
        return Functions.relu(hardestText.sub(own).add((float) margin))
                .add(Functions.relu(hardestFused.sub(own).add((float) margin)))
                .mean();
    }

    private static NDArray unit(NDArray x) {
        return x.div(x.square().sum(new int[] {1}, true).add(TINY).sqrt());
    }
}
