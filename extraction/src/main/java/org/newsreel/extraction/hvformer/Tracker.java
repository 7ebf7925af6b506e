package org.newsreel.extraction.hvformer;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.encoder.VitEncoder;
import org.newsreel.extraction.network.PostBatch.Pictures;

/** Takes the attention of both encoders' words and patches out of a network, for the tracking maps of one post. */
record Tracker(HvformerConfig config, VitEncoder image, List<VisualExpert> experts) {
    /**
     * The maps of every level that an expert reads.
     *
     * @param t {@code T}, {@code [1, n, d]}
     */
    TrackingMaps track(NDArray t, View view, Pictures pictures) {
        int positions = view.positions();
        List<List<double[][]>> byPicture = patchMaps(pictures, positions);
        long[] rows = pictures.rows().toLongArray();
        int words = (int) t.getShape().get(1);
        List<TrackingMaps.Level> levels = new ArrayList<>();
        for (VisualExpert expert : experts) {
            int layer = config.levels().get(expert.level());
            double[][][] patches = new double[rows.length][][];
            for (int s = 0; s < rows.length; s++) {
                // Nothing attends to an empty slot, so that any map will do for it.
                int picture = (int) Math.min(rows[s], byPicture.size() - 1L);
                patches[s] = byPicture.get(picture).get(layer);
            }
            NDArray map = expert.map(t, view);
            int heads = (int) map.getShape().get(1);
            double[][][] attention = cut(map.toFloatArray(), 0, heads, words, rows.length * positions);
            double[][][] tokens = new double[heads][][];
            for (int m = 0; m < heads; m++) {
                tokens[m] = TrackingMaps.tokenMap(attention[m], patches);
            }
            levels.add(new TrackingMaps.Level(layer, patches, tokens));
        }
        return new TrackingMaps(levels);
    }

    /** {@code H_V} after every layer, of every picture. */
    private List<List<double[][]>> patchMaps(Pictures pictures, int positions) {
        List<float[]> maps = image.attention(pictures.pixels()).stream()
                .map(NDArray::toFloatArray)
                .toList();
        int heads = config.image().heads();
        int each = heads * positions * positions;
        List<List<double[][]>> byPicture = new ArrayList<>();
        for (int from = 0; from < maps.get(0).length; from += each) {
            List<double[][][]> attention = new ArrayList<>();
            for (float[] values : maps) {
                attention.add(cut(values, from, heads, positions, positions));
            }
            byPicture.add(TrackingMaps.patchMaps(attention));
        }
        return byPicture;
    }

    private static double[][][] cut(float[] values, int from, int blocks, int rows, int columns) {
        double[][][] cut = new double[blocks][rows][columns];
        for (int i = 0; i < blocks * rows * columns; i++) {
            cut[i / (rows * columns)][i / columns % rows][i % columns] = values[from + i];
        }
        return cut;
    }
}
