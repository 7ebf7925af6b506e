package org.newsreel.extraction.mdocre;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Optional;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Weights;

/**
 * The mention gate: how much each mention of a pair counts, from its attention to all of them.
 *
 * @param intra {@code W_a}, {@code [2·max, 1]}, for mentions of the same modality: the subject's, then the object's
 * @param inter {@code W_b}, {@code [2·max, 1]}, for those of the other modality
 * @param most {@code max}
 * @param text whether mentions in the text are weighed
 * @param visual whether mentions in the video are weighed
 */
record MentionGate(Optional<NDArray> intra, Optional<NDArray> inter, int most, boolean text, boolean visual) {
    /**
     * What the gate made.
     *
     * @param entities {@code H_s, H_o, M_s, M_o}: {@code [P, 4, d]}, 0 where there is no mention
     * @param weights of the mentions in those, {@code [P, N]}
     */
    record Gated(NDArray entities, NDArray weights) {}

    static MentionGate of(Weights weights, MdocreConfig config) {
        boolean text = config.parts().textGate();
        boolean visual = config.parts().visualGate() && config.parts().pictures();
        int most = config.maxMentions();
        if (!text && !visual) {
            return new MentionGate(Optional.empty(), Optional.empty(), most, false, false);
        }
        return new MentionGate(
                Optional.of(weights.add("intra", Weights.NORMAL, 2L * most, 1)),
                Optional.of(weights.add("inter", Weights.NORMAL, 2L * most, 1)),
                most,
                text,
                visual);
    }

    /** {@code c_i = W_a A_i + W_b B_i}, {@code α = softmax(c)}, and the sums with it. states: {@code [P, N, d]}. */
    Gated apply(NDArray states, MentionTable table) {
        NDManager manager = states.getManager();
        long p = table.pairs();
        long n = table.length();
        Shape grid = new Shape(p, n);
        NDArray selection = manager.create(table.selection(!text, !visual, true), new Shape(p, MentionTable.PARTS, n));
        if (intra.isPresent()) {
            NDArray alpha = alpha(states, table, grid);
            NDArray gated = manager.create(table.selection(text, visual, false), new Shape(p, MentionTable.PARTS, n));
            selection = selection.add(gated.mul(alpha.expandDims(1)));
        }
        // Each mention is of one part: [P, 4, N] -> [P, N].
        return new Gated(Functions.matmul(selection, states), selection.sum(new int[] {1}));
    }

    private NDArray alpha(NDArray states, MentionTable table, Shape grid) {
        NDManager manager = states.getManager();
        double scale = 1 / Math.sqrt(states.getShape().get(2));
        NDArray scores = Functions.scale(Functions.matmul(states, states.transpose(0, 2, 1)), scale);
        NDArray places = manager.create(table.places(most), grid);
        NDArray there = manager.create(table.mask(true, true), grid);
        NDArray inText = manager.create(table.mask(true, false), grid);
        NDArray inVideo = manager.create(table.mask(false, true), grid);
        // Weight of column j for a row in the text and for one in the video: [P, N, 1].
        NDArray same = Functions.embedding(places, intra.orElseThrow()).squeeze(2);
        NDArray other = Functions.embedding(places, inter.orElseThrow()).squeeze(2);
        NDArray forText = inText.mul(same).add(inVideo.mul(other)).expandDims(2);
        NDArray forVideo = inVideo.mul(same).add(inText.mul(other)).expandDims(2);
        NDArray c = Functions.matmul(scores, forText)
                .squeeze(2)
                .mul(inText)
                .add(Functions.matmul(scores, forVideo).squeeze(2).mul(inVideo));
        NDArray weighed = manager.create(table.mask(text, visual), grid);
        NDArray barred = Functions.scale(weighed.sub(1f), -Functions.MASKED);
        return Functions.softmax(c.mul(there).add(barred), 1);
    }
}
