package org.newsreel.extraction.m3d;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.newsreel.extraction.text.Clustering;

/** Turns numbers into what was found. */
final class Decoder {
    private static final int SIDES = 4;

    /** A further relation of a pair is asserted when it is at least so likely, as a share of the likeliest. */
    private static final double ALSO = 0.5;

    private Decoder() {}

    static double[] softmax(float[] logits, int from, int count) {
        double[] shares = new double[count];
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            max = Math.max(max, logits[from + i]);
        }
        double sum = 0;
        for (int i = 0; i < count; i++) {
            shares[i] = Math.exp(logits[from + i] - max);
            sum += shares[i];
        }
        for (int i = 0; i < count; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    /**
     * Chains of a text's mentions (below eq. 16).
     *
     * @param logits of every two mentions, the earlier first: apart, together
     * @param first row of the text's first pair
     */
    static List<M3dExample.Mention> chained(
            List<M3dExample.Mention> mentions, float[] logits, int first, double threshold) {
        List<Clustering.Link> links = new ArrayList<>();
        int row = first;
        for (int i = 0; i < mentions.size(); i++) {
            for (int j = i + 1; j < mentions.size(); j++) {
                links.add(new Clustering.Link(i, j, softmax(logits, 2 * row++, 2)[1]));
            }
        }
        List<List<Integer>> clusters = Clustering.of(mentions.size(), links, threshold);
        M3dExample.Mention[] chained = mentions.toArray(M3dExample.Mention[]::new);
        for (int chain = 0; chain < clusters.size(); chain++) {
            for (int m : clusters.get(chain)) {
                M3dExample.Mention one = mentions.get(m);
                chained[m] = new M3dExample.Mention(one.from(), one.to(), one.type(), chain);
            }
        }
        return Arrays.asList(chained);
    }

    /**
     * Relations of a text's chains: of each pair the likeliest type unless none is likelier, and with it those at least
     * half as likely, since a pair may have several.
     *
     * @param logits one row a pair
     */
    static List<M3dReading.FoundRelation> relations(int chains, float[][] logits) {
        List<M3dExample.Pair> pairs = M3dExample.pairs(chains);
        List<M3dReading.FoundRelation> found = new ArrayList<>();
        for (int p = 0; p < logits.length; p++) {
            double[] likely = softmax(logits[p], 0, logits[p].length);
            double best = Arrays.stream(likely).skip(1).max().orElse(0);
            double least = Math.max(likely[M3dNetwork.NONE], ALSO * best);
            for (int type = 1; type < likely.length; type++) {
                if (likely[type] > likely[M3dNetwork.NONE] && likely[type] >= least) {
                    found.add(new M3dReading.FoundRelation(
                            pairs.get(p).subject(), pairs.get(p).object(), type, likely[type]));
                }
            }
        }
        return found;
    }

    /**
     * Regions of one frame: slots whose likeliest type is not none.
     *
     * @param types logits of the frame's slots, from {@code firstSlot}
     * @param boxes likewise
     */
    static List<M3dReading.FoundRegion> regions(float[] types, float[] boxes, int firstSlot, int slots, int classes) {
        List<M3dReading.FoundRegion> found = new ArrayList<>();
        for (int s = firstSlot; s < firstSlot + slots; s++) {
            double[] likely = softmax(types, s * classes, classes);
            int best = 0;
            for (int type = 1; type < classes; type++) {
                best = likely[type] > likely[best] ? type : best;
            }
            if (best > 0) {
                int at = s * SIDES;
                found.add(new M3dReading.FoundRegion(
                        new M3dExample.Region(best, boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3], -1),
                        likely[best]));
            }
        }
        return found;
    }
}
