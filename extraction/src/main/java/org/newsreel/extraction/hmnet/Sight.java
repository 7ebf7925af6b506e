package org.newsreel.extraction.hmnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.newsreel.extraction.encoder.ResNetConfig;
import org.newsreel.extraction.encoder.ResNetEncoder;
import org.newsreel.extraction.layer.Prefix;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.network.PostBatch.Pictures;

/** The half of the network that looks. */
record Sight(ResNetEncoder image, VisualPyramid pyramid, VisualPrompt prompt) {
    static Sight of(Weights weights, HmnetConfig config) {
        int d = config.text().hiddenSize();
        ResNetEncoder image = new ResNetEncoder(config.image(), weights.in("image"));
        int[] channels = IntStream.range(0, ResNetConfig.STAGES)
                .map(config.image()::channels)
                .toArray();
        VisualPyramid pyramid =
                VisualPyramid.of(weights, channels, d, config.variant().pyramid());
        return new Sight(
                image,
                pyramid,
                VisualPrompt.of(weights, config.variant(), config.text().layers(), pyramid.scales(), d));
    }

    /** {@code V} of eq. 1 and 2. {@code [K, 3, H, W]} → {@code [K, c, hw, d]}. */
    NDArray features(Pictures pictures) {
        return pyramid.apply(image.stages(pictures.pixels()));
    }

    /**
     * Eq. 5, 6 and 8: keys and values of every picture and object, one after another, for every layer; a layer that sees
     * nothing has a prefix of no length.
     *
     * @param v {@code [K, c, hw, d]}
     */
    List<Prefix> prefixes(Pictures pictures, NDArray v) {
        long batch = pictures.there().getShape().get(0);
        long cells = v.getShape().get(2);
        long d = v.getShape().get(3);
        long length = pictures.slots() * cells;
        // [B, s] -> [B, s, 1] -> [B, s * hw]
        NDArray there = pictures.there().expandDims(2).repeat(2, cells).reshape(batch, length);
        NDArray nothing = v.getManager().zeros(new Shape(batch, 0, d));
        List<Optional<NDArray>> layers = prompt.aggregate(v);
        List<Prefix> prefixes = new ArrayList<>();
        for (int l = 0; l < layers.size(); l++) {
            if (layers.get(l).isEmpty()) {
                prefixes.add(new Prefix(nothing, nothing));
                continue;
            }
            // Projected once a picture, then given to the slots: [K, hw, 2d] -> [B, s * hw, 2d]
            NDArray both =
                    pictures.spread(prompt.project(l, layers.get(l).get())).reshape(batch, length, 2 * d);
            prefixes.add(new Prefix(both.get(":, :, 0:{}", d), both.get(":, :, {}:{}", d, 2 * d), Optional.of(there)));
        }
        return prefixes;
    }
}
