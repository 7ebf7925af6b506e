package org.newsreel.extraction.dgfpt;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.network.Evidence;

/**
 * How much each part adds to the fused text of one example, as Frobenius norms of the terms of eq. 7 and 8. What the
 * perceptron adds is divided between picture and objects like its argument {@code h_t ⊙ γ + β}; objects share theirs by
 * {@code α}; a caption speaks for the picture; the text's pieces share theirs as the relation's position attends to them.
 *
 * @param text of {@code h_t}
 * @param added of what eq. 7 adds
 * @param image of {@code h_t ⊙ γ}
 * @param objects of {@code β} over all pieces
 * @param caption of what eq. 8 adds
 * @param relevance mean magnitude of {@code γ}, in [0, 1]
 * @param weights {@code α}
 * @param looked attention to each piece
 */
record Contributions(
        double text,
        double added,
        double image,
        double objects,
        double caption,
        double relevance,
        double[] weights,
        double[] looked) {

    static Contributions of(Understood understood, DualGatedFusion.Fused fused, NDArray attention, DgfPtConfig config) {
        int pieces = (int) understood.text().getShape().get(1);
        double[] looked = new double[pieces];
        int heads = (int) attention.getShape().get(1);
        float[] map = attention.toFloatArray();
        int width = map.length / heads;
        for (int h = 0; h < heads; h++) {
            for (int i = 0; i < pieces; i++) {
                looked[i] += map[h * width + i] / heads;
            }
        }
        double root = Math.sqrt(pieces);
        return new Contributions(
                norm(Optional.of(understood.text())),
                norm(fused.added()),
                norm(fused.gated()),
                norm(fused.objects()) * root,
                norm(understood.caption()) * root * config.fusion().captionFactor(),
                fused.image().map(g -> (double) g.abs().mean().getFloat()).orElse(0.0),
                fused.weights().map(Contributions::doubles).orElse(new double[0]),
                looked);
    }

    private static double[] doubles(NDArray array) {
        float[] values = array.toFloatArray();
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    private static double norm(Optional<NDArray> array) {
        double sum = 0;
        for (float value : array.map(NDArray::toFloatArray).orElse(new float[0])) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    Evidence evidence(DgfPtExample example) {
        double let = image + objects;
        double total = text + added + caption;
        double byObjects = let == 0 ? 0 : added / total * objects / let;
        double byPicture = (let == 0 ? 0 : added / total * image / let) + caption / total;
        List<Evidence.RegionShare> regions = new ArrayList<>();
        for (int k = 0; k < Math.min(weights.length, example.objects().size()); k++) {
            regions.add(new Evidence.RegionShare(0, k, byObjects * weights[k]));
        }
        if (byPicture > 0) {
            regions.add(new Evidence.RegionShare(0, -1, byPicture));
        }
        double byText =
                1 - regions.stream().mapToDouble(Evidence.RegionShare::weight).sum();
        double sum = 0;
        for (double share : looked) {
            sum += share;
        }
        List<Evidence.TextShare> texts = new ArrayList<>();
        for (int i = 0; i < looked.length; i++) {
            texts.add(new Evidence.TextShare(i, i + 1, byText * looked[i] / sum));
        }
        Map<String, Double> gates = new LinkedHashMap<>();
        if (example.picture().isPresent() && image > 0) {
            gates.put("image-relevance", relevance);
        }
        if (!example.objects().isEmpty() && objects > 0) {
            gates.put("object-importance", objects / let);
        }
        return new Evidence(texts, regions, gates, Optional.empty());
    }
}
