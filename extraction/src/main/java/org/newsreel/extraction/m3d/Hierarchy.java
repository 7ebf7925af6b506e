package org.newsreel.extraction.m3d;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Weights;

/** All below the heads: encoders, fusion both ways, construction of what is missing (eq. 5 to 14). */
final class Hierarchy {
    private final M3dConfig config;
    private final TextReader text;
    private final Optional<PictureReader> pictures;
    private final Fusion intoText;
    private final Optional<Fusion> intoPictures;
    private final Optional<NDArray> framePositions;
    private final Optional<Construction> picturesFromText;
    private final Optional<Construction> textFromPictures;

    Hierarchy(M3dConfig config, TextReader text, Optional<PictureReader> pictures, Weights weights) {
        this.config = config;
        this.text = text;
        this.pictures = pictures;
        intoText = Fusion.of(weights.in("dffm.text"), config);
        intoPictures = pictures.map(p -> Fusion.of(weights.in("dffm.image"), config));
        framePositions = pictures.map(p -> weights.add(
                "frame.position",
                Weights.NORMAL,
                config.maxFrames(),
                config.text().hiddenSize()));
        picturesFromText = config.constructsPictures()
                ? Optional.of(Construction.of(weights.in("mmcm.image"), config))
                : Optional.empty();
        textFromPictures = config.constructsText()
                ? Optional.of(Construction.of(weights.in("mmcm.text"), config))
                : Optional.empty();
    }

    /** Eq. 5 to 14 for a batch. */
    Features features(NDManager manager, Batch batch, boolean training) {
        List<M3dExample> texts = batch.texts();
        List<M3dExample> films = batch.films();
        Optional<Side> words = texts.isEmpty() ? Optional.empty() : Optional.of(text.read(manager, texts, training));
        Optional<Side> patches = films.isEmpty()
                ? Optional.empty()
                : Optional.of(pictures.orElseThrow().read(manager, films, training));
        NDList losses = new NDList();
        Optional<NDArray> fusedWords =
                words.map(w -> fused(intoText, w, patches, picturesFromText, batch.both(), losses, training));
        Optional<NDArray> fusedFrames = patches.map(p -> pooled(
                fused(intoPictures.orElseThrow(), p, words, textFromPictures, batch.both(), losses, training), films));
        return new Features(fusedWords, words.map(Side::mask), fusedFrames, mean(losses));
    }

    /** Eq. 8 to 11 for one modality: the first examples with what the other has, the rest with what is constructed. */
    private NDArray fused(
            Fusion fusion,
            Side own,
            Optional<Side> other,
            Optional<Construction> construction,
            int both,
            NDList losses,
            boolean training) {
        if (!config.parts().fusion()) {
            return fusion.fuse(own, Optional.empty(), training).states();
        }
        NDList parts = new NDList();
        if (both > 0) {
            add(fusion.fuse(own.slice(0, both), other.map(o -> o.slice(0, both)), training), parts, losses);
        }
        if (both < own.batch()) {
            Side rest = own.slice(both, own.batch());
            add(fusion.fuse(rest, Optional.of(instead(rest, construction)), training), parts, losses);
        }
        return parts.size() == 1 ? parts.head() : NDArrays.concat(parts, 0);
    }

    private static void add(Fusion.Fused fused, NDList parts, NDList losses) {
        parts.add(fused.states());
        fused.loss().ifPresent(losses::add);
    }

    /** Eq. 13 and 14, or blanks. */
    private Side instead(Side there, Optional<Construction> construction) {
        return construction.map(c -> c.from(there)).orElseGet(() -> Construction.blank(there, config.levels()));
    }

    /** Eq. 12: {@code [V, F·P, d]} → {@code [V, F, d]}. */
    private NDArray pooled(NDArray patches, List<M3dExample> films) {
        int frames = PictureReader.frames(films);
        if (frames > config.maxFrames()) {
            throw new IllegalArgumentException(
                    "a document of " + frames + " frames has more than the network's " + config.maxFrames());
        }
        NDManager manager = patches.getManager();
        long d = patches.getShape().get(2);
        NDArray means = Functions.mean(patches.reshape(films.size(), frames, -1, d), 2);
        NDArray numbers = manager.arange(0, frames, 1, DataType.INT64);
        return means.add(Functions.embedding(numbers, framePositions.orElseThrow()));
    }

    private static Optional<NDArray> mean(NDList losses) {
        if (losses.isEmpty()) {
            return Optional.empty();
        }
        NDArray sum = losses.get(0);
        for (int i = 1; i < losses.size(); i++) {
            sum = sum.add(losses.get(i));
        }
        return Optional.of(Functions.scale(sum, 1.0 / losses.size()));
    }

    /** How the words of one example look at its frames in inference, level by level; nothing when there are none. */
    List<FusionLevel.Look> looks(NDManager manager, M3dExample example) {
        if (!config.parts().fusion() || pictures.isEmpty() || !example.hasPictures() || !example.hasText()) {
            return List.of();
        }
        List<M3dExample> one = List.of(example);
        return intoText.looks(text.read(manager, one, false), pictures.get().read(manager, one, false));
    }
}
