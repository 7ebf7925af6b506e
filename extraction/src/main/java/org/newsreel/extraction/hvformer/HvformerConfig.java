package org.newsreel.extraction.hvformer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.VitConfig;
import org.newsreel.extraction.network.PictureSlots;

/**
 * The sizes and parts of a network.
 *
 * @param text its encoder; without a letter-case table
 * @param image its encoder, of the same hidden size; unused when there are no levels
 * @param levels the image encoder's layers whose states an expert reads, ascending, 0 for the embeddings; none for a
 *     network without eyes
 * @param heads {@code M} of the text-guided visual attention
 * @param attention whether there is text-guided visual attention; otherwise experts read the class token's states
 * @param experts whether a router weighs the experts; otherwise a feed-forward network joins them
 * @param objects the most objects that are read of a picture
 * @param relations {@code R}
 * @param dropout share of the values before the decoder that is dropped in training, in [0, 1)
 */
public record HvformerConfig(
        BertConfig text,
        VitConfig image,
        List<Integer> levels,
        int heads,
        boolean attention,
        boolean experts,
        int objects,
        int relations,
        double dropout) {
    private static final int OBJECTS = 3;

    public HvformerConfig {
        levels = List.copyOf(levels);
        int last = -1;
        for (int level : levels) {
            if (level <= last || level > image.layers()) {
                throw new IllegalArgumentException(
                        "experts can't read the layers " + levels + " of " + image.layers() + " in this order");
            }
            last = level;
        }
        if (text.hiddenSize() != image.hiddenSize()) {
            throw new IllegalArgumentException("words have " + text.hiddenSize() + " values and patches "
                    + image.hiddenSize() + ", which must be the same");
        }
        if (heads < 1 || text.hiddenSize() % heads != 0) {
            throw new IllegalArgumentException(heads + " heads do not divide a hidden size of " + text.hiddenSize());
        }
        if (objects < 0 || relations < 1) {
            throw new IllegalArgumentException(
                    "a network can't have " + relations + " relations and " + objects + " objects");
        }
        if (!(dropout >= 0 && dropout < 1)) {
            throw new IllegalArgumentException("dropout must lie in [0, 1) but is " + dropout);
        }
    }

    /**
     * BERT-base and ViT-B/32 with experts at layers 0, 6 and 12, as in the paper's section 4.1.2.
     *
     * @param vocabulary word pieces, the four markers included
     */
    public static HvformerConfig full(int vocabulary, int relations) {
        BertConfig text = BertConfig.base(vocabulary);
        return of(text, VitConfig.base32(), 12, relations);
    }

    /** A small network that is trained from the start. */
    public static HvformerConfig tiny(int vocabulary, int relations) {
        BertConfig text = new BertConfig(vocabulary, 64, 48, 4, 4, 96, 0.1, 1e-12, 0);
        return of(text, VitConfig.small(32, 8, 48, 4, 4), 4, relations);
    }

    /** Any encoders, with experts at the first, the middle and the last layer. */
    public static HvformerConfig of(BertConfig text, VitConfig image, int heads, int relations) {
        int depth = image.layers();
        List<Integer> levels =
                IntStream.of(0, depth / 2, depth).distinct().boxed().toList();
        return new HvformerConfig(text, image, levels, heads, true, true, OBJECTS, relations, 0.1);
    }

    /** With experts at other layers. */
    public HvformerConfig withLevels(List<Integer> other) {
        return new HvformerConfig(text, image, other, heads, attention, experts, objects, relations, dropout);
    }

    /**
     * With an expert at every layer, as the paper's equations have it. At full size this is the network of 250.8 million
     * parameters.
     */
    public HvformerConfig withEveryLevel() {
        return withLevels(IntStream.rangeClosed(0, image.layers()).boxed().toList());
    }

    /** The variants of the paper's table 2, under the names that it gives them. */
    public Map<String, HvformerConfig> ablations() {
        Map<String, HvformerConfig> rows = new LinkedHashMap<>();
        rows.put("w/o HVF", withLevels(List.of(image.layers())));
        rows.put(
                "w/o TVA", new HvformerConfig(text, image, levels, heads, false, experts, objects, relations, dropout));
        rows.put(
                "w/o MoME",
                new HvformerConfig(text, image, levels, heads, attention, false, objects, relations, dropout));
        return rows;
    }

    /** The variants of the paper's figure 4: one visual expert each, at {@code layer 0} to {@code layer L}. */
    public Map<String, HvformerConfig> singleLevels() {
        Map<String, HvformerConfig> points = new LinkedHashMap<>();
        for (int level = 0; level <= image.layers(); level++) {
            points.put("layer " + level, withLevels(List.of(level)));
        }
        return points;
    }

    public HvformerConfig textOnly() {
        return withLevels(List.of());
    }

    boolean sees() {
        return !levels.isEmpty();
    }

    PictureSlots slots() {
        return sees() ? new PictureSlots(true, objects, image.imageSize(), image.imageSize()) : PictureSlots.none();
    }
}
