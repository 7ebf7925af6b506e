package org.newsreel.training.ablation;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.extraction.network.WeightedNetwork;

/** Tells what made pictures show. What remains of it is its image encoder. */
final class PictureNetwork extends WeightedNetwork<LabelledPicture> {
    /** Where all networks keep their image encoder. */
    static final String IMAGE = "image.";

    private final Function<NDArray, NDArray> encoder;
    private final Linear backdrop;
    private final Linear flag;
    private final Linear people;

    PictureNetwork(Eyes eyes) {
        super(Engine.getInstance().defaultDevice(), Weights::new);
        Weights weights = weights();
        encoder = eyes.make().apply(weights.in("image"));
        backdrop = weights.linear("backdrop", eyes.width(), LabelledPicture.BACKDROPS);
        flag = weights.linear("flag", eyes.width(), LabelledPicture.FLAGS);
        people = weights.linear("people", eyes.width(), LabelledPicture.PEOPLE);
    }

    @Override
    public boolean pretrained(String parameter) {
        return false;
    }

    @Override
    public NDArray loss(NDManager scratch, List<LabelledPicture> batch) {
        NDArray seen = features(scratch, batch);
        return loss(backdrop, seen, batch, LabelledPicture::backdrop)
                .add(loss(flag, seen, batch, LabelledPicture::flag))
                .add(loss(people, seen, batch, LabelledPicture::people));
    }

    private static NDArray loss(
            Linear head, NDArray seen, List<LabelledPicture> batch, ToIntFunction<LabelledPicture> label) {
        long[] gold = batch.stream().mapToLong(label::applyAsInt).toArray();
        return Functions.crossEntropy(head.apply(seen), seen.getManager().create(gold));
    }

    private NDArray features(NDManager scratch, List<LabelledPicture> batch) {
        Pixels first = batch.get(0).pixels();
        float[] values = new float[batch.size() * first.values().length];
        for (int i = 0; i < batch.size(); i++) {
            System.arraycopy(
                    batch.get(i).pixels().values(), 0, values, i * first.values().length, first.values().length);
        }
        Shape shape = new Shape(batch.size(), Pixels.CHANNELS, first.height(), first.width());
        return encoder.apply(scratch.create(values, shape));
    }

    /** Share of pictures whose people are told right, in [0, 1]; the hardest of the three. */
    double accuracy(List<LabelledPicture> pictures) {
        int right = 0;
        for (List<LabelledPicture> chunk : Chunks.of(pictures)) {
            try (NDManager scratch = manager().newSubManager()) {
                float[] scores = people.apply(features(scratch, chunk)).toFloatArray();
                for (int i = 0; i < chunk.size(); i++) {
                    int best = 0;
                    for (int k = 1; k < LabelledPicture.PEOPLE; k++) {
                        int at = i * LabelledPicture.PEOPLE;
                        best = scores[at + k] > scores[at + best] ? k : best;
                    }
                    right += best == chunk.get(i).people() ? 1 : 0;
                }
            }
        }
        return (double) right / pictures.size();
    }

    /** The image encoder's weights by name, {@link #IMAGE} included. */
    Map<String, float[]> encoder() {
        Map<String, float[]> taken = new HashMap<>();
        byName().forEach((name, parameter) -> {
            if (name.startsWith(IMAGE)) {
                taken.put(name, parameter.getArray().toFloatArray());
            }
        });
        return taken;
    }
}
