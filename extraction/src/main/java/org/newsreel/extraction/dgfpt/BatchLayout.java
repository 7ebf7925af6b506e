package org.newsreel.extraction.dgfpt;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.newsreel.extraction.network.Pixels;

/**
 * Where everything of a batch stands. The encoder's input is one sequence an example, all stages one after the other and
 * padded at its end only, so that positions do not depend on the rest of the batch. Its rows come from one table: all
 * pieces, all regions, the blocks of all pictures, then one row an example for each object that its prefix is about.
 *
 * @param pieces ids of all pieces, {@code [N]}
 * @param regions {@code [ΣK]}
 * @param pictures {@code [I]}
 * @param labels for each region, the pieces of its label
 * @param heads for each example, its head's pieces
 * @param tails for each example, its tail's pieces
 * @param regionsOf for each example, its regions
 * @param sequence for each example, rows of the table, {@code n} at most
 * @param states for each stage, rows of the encoder's output {@code [B · n, d]}
 * @param headStates for each example, positions of its head in the text, of {@code [B · L]}
 * @param tailStates the same of its tail
 * @param prefixSeen {@code [B, n, 2]}: whether a position sees the keys and values of the object- and entity-oriented prefix
 * @param captions ids of captions, one row a picture that has one
 * @param captionOf for each example, its caption's row
 */
record BatchLayout(
        long[] pieces,
        List<Pixels> regions,
        List<Pixels> pictures,
        Rows labels,
        Rows heads,
        Rows tails,
        Rows regionsOf,
        Rows sequence,
        Map<Stage, Rows> states,
        Rows headStates,
        Rows tailStates,
        boolean[][][] prefixSeen,
        List<int[]> captions,
        Rows captionOf) {

    static BatchLayout of(DgfPtConfig config, List<DgfPtExample> batch) {
        return new Builder(config, batch).build();
    }

    private static final class Builder {
        private final DgfPtConfig config;
        private final List<DgfPtExample> batch;
        private final List<Integer> pieces = new ArrayList<>();
        private final List<Pixels> regions = new ArrayList<>();
        private final List<Pixels> pictures = new ArrayList<>();
        private final List<int[]> labels = new ArrayList<>();
        private final int[] textAt;
        private final int[] regionAt;
        private final int[] pictureAt;

        Builder(DgfPtConfig config, List<DgfPtExample> batch) {
            this.config = config;
            this.batch = batch;
            textAt = new int[batch.size()];
            regionAt = new int[batch.size()];
            pictureAt = new int[batch.size()];
        }

        BatchLayout build() {
            Pattern pattern = config.prefixes().pattern();
            pieces.addAll(pattern.before());
            pieces.addAll(pattern.between());
            pieces.addAll(pattern.after());
            for (int b = 0; b < batch.size(); b++) {
                collect(b, batch.get(b));
            }
            List<int[]> heads = new ArrayList<>();
            List<int[]> tails = new ArrayList<>();
            List<int[]> own = new ArrayList<>();
            List<int[]> sequence = new ArrayList<>();
            List<int[]> captions = new ArrayList<>();
            List<int[]> captionOf = new ArrayList<>();
            List<Placed> placed = new ArrayList<>();
            for (int b = 0; b < batch.size(); b++) {
                DgfPtExample example = batch.get(b);
                heads.add(rows(textAt[b], example.head()));
                tails.add(rows(textAt[b], example.tail()));
                own.add(Rows.run(regionAt[b], objects(example)));
                placed.add(place(b, example));
                sequence.add(placed.get(b).rows.stream().mapToInt(i -> i).toArray());
                boolean caption = config.fusion().captions() && example.caption().length > 0;
                captionOf.add(caption ? new int[] {captions.size()} : new int[0]);
                if (caption) {
                    captions.add(example.caption());
                }
            }
            Rows all = Rows.of(sequence);
            Map<Stage, Rows> states = new EnumMap<>(Stage.class);
            for (Stage stage : config.order()) {
                List<int[]> of = new ArrayList<>();
                for (int b = 0; b < batch.size(); b++) {
                    int[] run = placed.get(b).runs.get(stage);
                    of.add(Rows.run(b * all.width() + run[0], run[1]));
                }
                states.put(stage, Rows.of(of));
            }
            int width = states.get(Stage.TEXT).width();
            List<int[]> headStates = new ArrayList<>();
            List<int[]> tailStates = new ArrayList<>();
            boolean[][][] seen = new boolean[batch.size()][all.width()][2];
            for (int b = 0; b < batch.size(); b++) {
                headStates.add(rows(b * width, batch.get(b).head()));
                tailStates.add(rows(b * width, batch.get(b).tail()));
                for (int i = 0; i < all.width(); i++) {
                    seen[b][i][0] = i >= placed.get(b).objectsSeenFrom;
                    seen[b][i][1] = i >= placed.get(b).entitiesSeenFrom;
                }
            }
            return new BatchLayout(
                    pieces.stream().mapToLong(i -> i).toArray(),
                    regions,
                    pictures,
                    Rows.of(labels),
                    Rows.of(heads),
                    Rows.of(tails),
                    Rows.of(own),
                    all,
                    states,
                    Rows.of(headStates),
                    Rows.of(tailStates),
                    seen,
                    captions,
                    Rows.of(captionOf));
        }

        private void collect(int b, DgfPtExample example) {
            if (example.pieces().length > config.maxPieces()) {
                throw new IllegalArgumentException("a sentence of " + example.pieces().length
                        + " pieces is longer than the network's " + config.maxPieces());
            }
            if (example.objects().size() > config.maxObjects()) {
                throw new IllegalArgumentException("a picture has "
                        + example.objects().size() + " objects, more than the network's " + config.maxObjects());
            }
            textAt[b] = add(example.pieces());
            regionAt[b] = regions.size();
            for (int k = 0; k < objects(example); k++) {
                DgfPtExample.Region region = example.objects().get(k);
                regions.add(region.pixels());
                labels.add(Rows.run(add(region.label()), region.label().length));
            }
            pictureAt[b] = pictures.size();
            if (blocks(example) > 0) {
                pictures.add(example.picture().orElseThrow());
            }
        }

        private int add(int[] ids) {
            int at = pieces.size();
            for (int id : ids) {
                pieces.add(id);
            }
            return at;
        }

        private int objects(DgfPtExample example) {
            return config.has(Stage.OBJECTS) ? example.objects().size() : 0;
        }

        private int blocks(DgfPtExample example) {
            return config.has(Stage.IMAGE) && example.picture().isPresent() ? config.imageBlocks() : 0;
        }

        private static int[] rows(int from, DgfPtExample.Span span) {
            return Rows.run(from + span.from(), span.to() - span.from());
        }

        private Placed place(int b, DgfPtExample example) {
            int afterRegions = pieces.size() + regions.size();
            int prefixObjects = afterRegions + pictures.size() * config.imageBlocks();
            Placed placed = new Placed();
            for (int stage = 1; stage <= config.order().size(); stage++) {
                // Without objects there is nothing that the object-oriented prefix could be about.
                if (config.objectPrefix() && config.prefixes().objects() == stage && objects(example) > 0) {
                    placed.objectsSeenFrom = placed.rows.size();
                    placed.pattern(config.prefixes().pattern(), new int[] {prefixObjects + b}, new int[] {
                        prefixObjects + batch.size() + b
                    });
                }
                if (config.prefixes().entities() == stage) {
                    placed.entitiesSeenFrom = placed.rows.size();
                    placed.pattern(
                            config.prefixes().pattern(),
                            rows(textAt[b], example.head()),
                            rows(textAt[b], example.tail()));
                }
                switch (config.order().get(stage - 1)) {
                    case OBJECTS:
                        placed.stage(Stage.OBJECTS, pieces.size() + regionAt[b], objects(example));
                        break;
                    case IMAGE:
                        placed.stage(Stage.IMAGE, afterRegions + pictureAt[b] * config.imageBlocks(), blocks(example));
                        break;
                    case TEXT:
                        placed.stage(Stage.TEXT, textAt[b], example.pieces().length);
                        break;
                }
            }
            return placed;
        }
    }

    /** One example's sequence as it grows. */
    private static final class Placed {
        private final List<Integer> rows = new ArrayList<>();
        private final Map<Stage, int[]> runs = new EnumMap<>(Stage.class);
        private int objectsSeenFrom = Integer.MAX_VALUE;
        private int entitiesSeenFrom = Integer.MAX_VALUE;

        /** The words of a pattern, which head the table, around two runs of rows. */
        void pattern(Pattern pattern, int[] one, int[] other) {
            int between = pattern.before().size();
            int after = between + pattern.between().size();
            add(Rows.run(0, between));
            add(one);
            add(Rows.run(between, after - between));
            add(other);
            add(Rows.run(after, pattern.size() - after));
        }

        void stage(Stage stage, int from, int count) {
            runs.put(stage, new int[] {rows.size(), count});
            add(Rows.run(from, count));
        }

        private void add(int[] more) {
            for (int row : more) {
                rows.add(row);
            }
        }
    }
}
