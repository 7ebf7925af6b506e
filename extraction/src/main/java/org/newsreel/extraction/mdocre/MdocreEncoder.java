package org.newsreel.extraction.mdocre;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.encoder.LongTexts;
import org.newsreel.extraction.encoder.TextEncoder;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Weights;

/** The local and the global encoder. */
final class MdocreEncoder {
    private final MdocreConfig config;
    private final TextEncoder text;
    private final Optional<Video> video;

    private record Video(Patches patches, Optional<Level> local, Frames frames, Level global) {}

    MdocreEncoder(MdocreConfig config, TextEncoder text, Weights weights) {
        this.config = config;
        this.text = text;
        if (!config.parts().pictures()) {
            video = Optional.empty();
            return;
        }
        video = Optional.of(new Video(
                Patches.of(weights.in("patch"), config),
                config.parts().hierarchical()
                        ? Optional.of(Level.of(weights.in("local"), config, config.localLayers()))
                        : Optional.empty(),
                Frames.of(weights.in("frame"), config),
                Level.of(weights.in("global"), config, config.globalLayers())));
    }

    /** {@code Average(BERT_lower(X))}: the first two layers. */
    static NDArray lower(NDList states) {
        return mean(states, 1, Math.min(2, states.size() - 1));
    }

    /** {@code Average(BERT_higher(X))}: the last two layers. */
    static NDArray higher(NDList states) {
        int last = states.size() - 1;
        return mean(states, Math.max(1, last - 1), last);
    }

    private static NDArray mean(NDList states, int first, int last) {
        NDArray sum = states.get(first);
        return first == last ? sum : Functions.scale(sum.add(states.get(last)), 0.5);
    }

    Encoded encode(NDManager manager, Batch batch, boolean training) {
        List<MdocreExample> documents = batch.sorted();
        List<int[]> words = documents.stream().map(MdocreExample::words).toList();
        NDList wanted = LongTexts.words(
                LongTexts.states(
                        text,
                        manager,
                        documents.stream().map(MdocreExample::pieces).toList(),
                        config.maxTokens(),
                        states -> new NDList(lower(states), higher(states)),
                        training),
                words);
        NDArray phrases = wanted.get(0);
        NDArray meaning = wanted.get(1);
        int films = batch.films();
        if (films == 0) {
            return new Encoded(meaning, Optional.empty());
        }
        boolean all = films == documents.size();
        String range = "0:" + films;
        NDArray mask = LongTexts.wordMask(manager, words);
        Streams fused = fused(
                batch,
                batch.pixels(manager, config.imageSize()),
                all ? phrases : phrases.get(range),
                all ? meaning : meaning.get(range),
                all ? mask : mask.get(range),
                training);
        NDArray told = all ? fused.text() : NDArrays.concat(new NDList(fused.text(), meaning.get(films + ":")), 0);
        return new Encoded(told, Optional.of(fused.visual()));
    }

    private Streams fused(
            Batch batch, NDArray pixels, NDArray phrases, NDArray meaning, NDArray mask, boolean training) {
        Video parts = video.orElseThrow();
        Streams streams = batch.frames(parts.patches().embedded(pixels), phrases, mask);
        NDArray semantic = meaning;
        if (parts.local().isPresent()) {
            Streams local = parts.local().get().fuse(streams, training);
            if (config.parts().architecture() != MdocreConfig.Architecture.TEXT_GUIDED) {
                // Where the text is fused into as well, what the local level made of it is not thrown away.
                semantic = meaning.add(local.text());
            }
            streams = local;
        }
        NDArray frames = parts.frames().embedded(streams.visual()).expandDims(1);
        NDArray inOrder = parts.frames().inOrder(streams.packed(frames));
        NDManager manager = pixels.getManager();
        NDArray each = manager.arange(0, batch.films(), 1, DataType.INT64);
        Streams global = new Streams(
                inOrder,
                streams.groupMask(),
                semantic,
                mask,
                each,
                each,
                manager.ones(new ai.djl.ndarray.types.Shape(batch.films(), 1)));
        return parts.global().fuse(global, training);
    }
}
