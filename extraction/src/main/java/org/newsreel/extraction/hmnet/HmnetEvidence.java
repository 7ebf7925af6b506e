package org.newsreel.extraction.hmnet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.network.Evidence;
import org.newsreel.extraction.network.HeatMap;
import org.newsreel.extraction.network.PictureSlots;
import org.newsreel.extraction.network.Post;

/** Puts what a network looked at in the common form, in plain Java. */
final class HmnetEvidence {
    private HmnetEvidence() {}

    /**
     * Special pieces and markers, which say nothing themselves, are left out; the rest is made to sum to 1.
     *
     * @param cells {@code hw}, positions of the prefix for each slot
     */
    static Evidence of(Post post, PictureSlots slots, FirstAttention attention, int cells, Map<String, Double> gates) {
        double[] tokens = new double[post.firstPieces().length];
        for (int p = 0; p < post.length(); p++) {
            if (post.tokens()[p] >= 0) {
                tokens[post.tokens()[p]] += attention.text()[p];
            }
        }
        int first = slots.whole() ? 1 : 0;
        int count = cells == 0 ? 0 : attention.prefix().length / cells;
        double[] pictures = new double[count];
        for (int i = 0; i < count * cells; i++) {
            pictures[i / cells] += attention.prefix()[i];
        }
        double sum = Arrays.stream(tokens).sum() + Arrays.stream(pictures).sum();
        List<Evidence.TextShare> texts = new ArrayList<>();
        for (int t = 0; t < tokens.length; t++) {
            texts.add(new Evidence.TextShare(t, t + 1, tokens[t] / sum));
        }
        List<Evidence.RegionShare> regions = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            if (s >= first || post.picture().isPresent()) {
                regions.add(new Evidence.RegionShare(0, s - first, pictures[s] / sum));
            }
        }
        return new Evidence(texts, regions, gates, map(post, slots, attention, cells));
    }

    private static Optional<HeatMap> map(Post post, PictureSlots slots, FirstAttention attention, int cells) {
        if (cells == 0
                || attention.prefix().length == 0
                || !slots.whole()
                || post.picture().isEmpty()) {
            return Optional.empty();
        }
        float[] values = new float[cells];
        for (int i = 0; i < cells; i++) {
            values[i] = (float) attention.prefix()[i];
        }
        int side = (int) Math.round(Math.sqrt(cells));
        return Optional.of(new HeatMap(0, side, side, values));
    }

    /**
     * The gates of the whole picture, or the mean over objects when it is not read.
     *
     * @param gates {@code [K * L * c]}
     */
    static Map<String, Double> gates(float[] gates, int layers, int scales, boolean whole) {
        int pictures = whole ? 1 : gates.length / (layers * scales);
        Map<String, Double> named = new LinkedHashMap<>();
        for (int l = 0; l < layers; l++) {
            for (int i = 0; i < scales; i++) {
                double sum = 0;
                for (int k = 0; k < pictures; k++) {
                    sum += gates[(k * layers + l) * scales + i];
                }
                named.put("layer " + (l + 1) + " scale " + (i + 1), sum / pictures);
            }
        }
        return named;
    }
}
