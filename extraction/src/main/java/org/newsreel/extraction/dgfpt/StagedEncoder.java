package org.newsreel.extraction.dgfpt;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.encoder.Gpt2Encoder;
import org.newsreel.extraction.encoder.VggEncoder;
import org.newsreel.extraction.layer.Functions;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Prefix;
import org.newsreel.extraction.layer.Weights;
import org.newsreel.extraction.network.Pixels;

/**
 * The multi-stage autoregressive encoder (section 4.1, eq. 1 to 3). Under a causal mask, feeding stage after stage with
 * what the earlier ones left in each layer equals one pass over all stages' positions in their order; that is how it is
 * computed.
 */
final class StagedEncoder implements AutoCloseable {
    /** The text's own layer starts as if it were not there, since what follows it may be frozen. */
    private static final Initializer IDENTITY =
            (manager, shape, type) -> manager.eye((int) shape.get(0), (int) shape.get(1), 0, type);

    private final DgfPtConfig config;
    private final Gpt2Encoder model;
    private final Optional<VggEncoder> vision;
    private final Linear textLayer;
    private final Optional<Linear> objectLayer;
    private final Optional<Linear> imageLayer;
    /** By layer; each {@code [p, d]}. */
    private final List<Prefix> objectPrefix;

    private final List<Prefix> entityPrefix;

    StagedEncoder(DgfPtConfig config, Weights weights) {
        this.config = config;
        int d = config.text().hiddenSize();
        model = new Gpt2Encoder(config.text(), weights.in("text"));
        vision = config.seesPictures()
                ? Optional.of(new VggEncoder(config.image(), weights.in("image")))
                : Optional.empty();
        textLayer = new Linear(weights.add("fc_t.weight", IDENTITY, d, d), weights.add("fc_t.bias", Weights.ZEROS, d));
        long f = config.image().hidden();
        objectLayer = config.has(Stage.OBJECTS) ? Optional.of(weights.linear("fc_o", f, d)) : Optional.empty();
        imageLayer = config.has(Stage.IMAGE)
                ? Optional.of(weights.linear("fc_i", f, (long) config.imageBlocks() * d))
                : Optional.empty();
        objectPrefix = config.objectPrefix() ? prefix(weights.in("prefix_o")) : List.of();
        entityPrefix = config.entityPrefix() ? prefix(weights.in("prefix_e")) : List.of();
    }

    private List<Prefix> prefix(Weights weights) {
        List<Prefix> layers = new ArrayList<>();
        long d = config.text().hiddenSize();
        int length = config.prefixes().length();
        for (int i = 0; length > 0 && i < config.text().layers(); i++) {
            layers.add(new Prefix(
                    weights.add(i + ".key", Weights.NORMAL, length, d),
                    weights.add(i + ".value", Weights.NORMAL, length, d)));
        }
        return layers;
    }

    /** Eq. 1 to 3, and the caption's representation of eq. 8. */
    Understood apply(NDManager manager, BatchLayout layout, boolean training) {
        NDArray input = layout.sequence().pick(table(manager, layout, training));
        NDArray mask = layout.sequence().mask(manager);
        NDList states = model.statesOf(input, mask, prefixes(manager, layout), training);
        // [B, n, d] → [B·n, d]
        NDArray last = states.get(states.size() - 1).reshape(-1, config.text().hiddenSize());
        Map<Stage, Rows> rows = layout.states();
        return new Understood(
                rows.get(Stage.TEXT).pick(last),
                Optional.ofNullable(rows.get(Stage.OBJECTS)).map(r -> r.pick(last)),
                Optional.ofNullable(rows.get(Stage.IMAGE)).map(r -> r.pick(last)),
                config.fusion().captions() ? Optional.of(captions(manager, layout, training)) : Optional.empty(),
                layout);
    }

    /** Section 4.1.1: initial representations of all that a batch reads, {@code [rows, d]}. */
    private NDArray table(NDManager manager, BatchLayout layout, boolean training) {
        int d = config.text().hiddenSize();
        NDArray ids = manager.create(layout.pieces(), new Shape(1, layout.pieces().length));
        NDArray pieces = textLayer.apply(model.embed(ids).reshape(-1, d));
        NDList parts = new NDList(pieces);
        Optional<NDArray> regions = Optional.empty();
        if (vision.isPresent()
                && !(layout.regions().isEmpty() && layout.pictures().isEmpty())) {
            List<Pixels> all = new ArrayList<>(layout.regions());
            all.addAll(layout.pictures());
            NDArray features =
                    Functions.dropout(vision.get().features(pixels(manager, all)), config.dropout(), training);
            int split = layout.regions().size();
            if (split > 0) {
                NDArray seen = objectLayer.orElseThrow().apply(features.get("0:" + split));
                regions = Optional.of(seen.add(layout.labels().mean(pieces)));
                parts.add(regions.get());
            }
            if (all.size() > split) {
                // [I, M·d] → [I·M, d]
                parts.add(imageLayer
                        .orElseThrow()
                        .apply(features.get(split + ":"))
                        .reshape(-1, d));
            }
        }
        if (config.objectPrefix() && regions.isPresent()) {
            parts.add(relevant(layout.heads().mean(pieces), regions.get(), layout));
            parts.add(relevant(layout.tails().mean(pieces), regions.get(), layout));
        }
        return NDArrays.concat(parts, 0);
    }

    /**
     * {@code o_e}: an entity's objects, each as much as its initial representation is like the entity's.
     *
     * @param entities {@code [B, d]}
     * @param regions {@code [ΣK, d]}
     * @return {@code [B, d]}
     */
    static NDArray relevant(NDArray entities, NDArray regions, BatchLayout layout) {
        NDArray own = layout.regionsOf().pick(regions);
        return Functions.attend(
                        entities.expandDims(1), own, own, layout.regionsOf().bias(entities.getManager()), 1)
                .reshape(entities.getShape());
    }

    /** Section 4.1.2: keys and values of both prefixes, by layer. */
    private List<Prefix> prefixes(NDManager manager, BatchLayout layout) {
        int batch = layout.sequence().groups();
        List<Prefix> layers = new ArrayList<>();
        Optional<NDArray> seen = Optional.empty();
        for (int i = 0; i < Math.max(objectPrefix.size(), entityPrefix.size()); i++) {
            NDList keys = new NDList();
            NDList values = new NDList();
            for (List<Prefix> kind : List.of(objectPrefix, entityPrefix)) {
                if (!kind.isEmpty()) {
                    keys.add(Functions.repeat(manager, kind.get(i).keys(), batch));
                    values.add(Functions.repeat(manager, kind.get(i).values(), batch));
                }
            }
            if (seen.isEmpty()) {
                seen = Optional.of(seen(manager, layout));
            }
            layers.add(new Prefix(join(keys), join(values), seen));
        }
        return layers;
    }

    private static NDArray join(NDList parts) {
        return parts.size() == 1 ? parts.head() : parts.get(0).concat(parts.get(1), 1);
    }

    /** {@code [B, n, p]}: 1 where a position sees a prefix's vectors, as it does from the prefix's stage on. */
    private NDArray seen(NDManager manager, BatchLayout layout) {
        int length = config.prefixes().length();
        int kinds = (objectPrefix.isEmpty() ? 0 : 1) + (entityPrefix.isEmpty() ? 0 : 1);
        boolean[][][] seen = layout.prefixSeen();
        int n = layout.sequence().width();
        float[] there = new float[seen.length * n * kinds * length];
        int at = 0;
        for (boolean[][] example : seen) {
            for (boolean[] position : example) {
                for (int kind = 0; kind < 2; kind++) {
                    if (!(kind == 0 ? objectPrefix : entityPrefix).isEmpty()) {
                        for (int i = 0; i < length; i++) {
                            there[at++] = position[kind] ? 1 : 0;
                        }
                    }
                }
            }
        }
        return manager.create(there, new Shape(seen.length, n, (long) kinds * length));
    }

    private NDArray captions(NDManager manager, BatchLayout layout, boolean training) {
        long d = config.text().hiddenSize();
        if (layout.captions().isEmpty()) {
            return manager.zeros(new Shape(layout.captionOf().groups(), d));
        }
        Rows captions = Rows.of(layout.captions());
        NDArray ids = manager.create(captions.index(), new Shape(captions.groups(), captions.width()));
        NDList states = model.states(ids, captions.mask(manager), List.of(), training);
        List<int[]> rows = new ArrayList<>();
        for (int c = 0; c < captions.groups(); c++) {
            rows.add(Rows.run(c * captions.width(), layout.captions().get(c).length));
        }
        NDArray means = Rows.of(rows).mean(states.get(states.size() - 1).reshape(-1, d));
        return layout.captionOf().mean(means);
    }

    private static NDArray pixels(NDManager manager, List<Pixels> pictures) {
        Pixels first = pictures.get(0);
        int size = first.values().length;
        float[] values = new float[pictures.size() * size];
        for (int i = 0; i < pictures.size(); i++) {
            Pixels picture = pictures.get(i);
            if (picture.height() != first.height() || picture.width() != first.width()) {
                throw new IllegalArgumentException("pictures of one batch have " + first.height() + " by "
                        + first.width() + " and " + picture.height() + " by " + picture.width() + " pixels");
            }
            System.arraycopy(picture.values(), 0, values, i * size, size);
        }
        return manager.create(values, new Shape(pictures.size(), Pixels.CHANNELS, first.height(), first.width()));
    }

    @Override
    public void close() {
        model.close();
    }
}
