package org.newsreel.extraction.mdocre;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.layer.Functions;

/**
 * The mentions of the pairs of a batch, padded to {@code N} in each pair: the subject's in the text, the object's in the
 * text, the subject's in the video, the object's in the video.
 */
final class MentionTable {
    static final int PARTS = 4;

    /** One mention of a pair. Part 0 to 3 as above; index counts within the part; row counts in the table of states. */
    private record Slot(int part, int index, int row) {}

    private final List<int[]> textPlaces = new ArrayList<>();
    private final List<int[]> frames = new ArrayList<>();
    private final List<List<Slot>> pairs = new ArrayList<>();
    private final boolean video;
    private int length;

    private MentionTable(boolean video) {
        this.video = video;
    }

    /** Of all pairs of the documents, in their order. */
    static MentionTable of(Batch batch) {
        MentionTable table = new MentionTable(batch.films() > 0);
        List<MdocreExample> documents = batch.sorted();
        int texts = documents.stream()
                .flatMap(d -> d.entities().stream())
                .mapToInt(e -> e.texts().size())
                .sum();
        for (int b = 0; b < documents.size(); b++) {
            MdocreExample document = documents.get(b);
            int[] firstText = new int[document.entities().size()];
            int[] firstVisual = new int[firstText.length];
            for (int e = 0; e < firstText.length; e++) {
                MdocreExample.Entity entity = document.entities().get(e);
                firstText[e] = table.textPlaces.size();
                for (MdocreExample.TextMention mention : entity.texts()) {
                    table.textPlaces.add(new int[] {b, mention.from(), mention.to()});
                }
                firstVisual[e] = texts + table.frames.size();
                if (b < batch.films()) {
                    for (MdocreExample.VisualMention mention : entity.visuals()) {
                        table.frames.add(new int[] {b, mention.frame()});
                    }
                }
            }
            for (MdocreExample.Pair pair : document.pairs()) {
                List<Slot> slots = new ArrayList<>();
                int[] sides = {pair.subject(), pair.object()};
                for (int part = 0; part < PARTS; part++) {
                    int entity = sides[part % 2];
                    MdocreExample.Entity one = document.entities().get(entity);
                    int count = part < 2
                            ? one.texts().size()
                            : b < batch.films() ? one.visuals().size() : 0;
                    for (int i = 0; i < count; i++) {
                        slots.add(new Slot(part, i, (part < 2 ? firstText : firstVisual)[entity] + i));
                    }
                }
                if (slots.isEmpty()) {
                    throw new IllegalArgumentException("a pair of entities that are only to be seen in a video that "
                            + "is not read has no mention");
                }
                table.length = Math.max(table.length, slots.size());
                table.pairs.add(slots);
            }
        }
        return table;
    }

    int pairs() {
        return pairs.size();
    }

    /** {@code N}. */
    int length() {
        return length;
    }

    /** The part of each of a pair's mentions. */
    int[] parts(int pair) {
        return pairs.get(pair).stream().mapToInt(Slot::part).toArray();
    }

    /** {@code [P, N, d]}; 0 for padding. */
    NDArray states(Encoded encoded) {
        NDManager manager = encoded.words().getManager();
        Shape shape = encoded.words().getShape();
        int b = (int) shape.get(0);
        int n = (int) shape.get(1);
        long d = shape.get(2);
        NDArray all = manager.zeros(new Shape(1, d));
        if (video && !frames.isEmpty()) {
            NDArray states = encoded.frames().orElseThrow();
            long most = states.getShape().get(1);
            long[] index = frames.stream().mapToLong(f -> f[0] * most + f[1]).toArray();
            all = Functions.rows(states.reshape(-1, d), manager.create(index)).concat(all, 0);
        }
        if (!textPlaces.isEmpty()) {
            // Mentions are means of their words: [B, m, n] · [B, n, d].
            int[] next = new int[b];
            long[] index = new long[textPlaces.size()];
            for (int i = 0; i < index.length; i++) {
                index[i] = next[textPlaces.get(i)[0]]++;
            }
            int most = java.util.Arrays.stream(next).max().orElse(0);
            float[] share = new float[b * most * n];
            for (int i = 0; i < index.length; i++) {
                int[] place = textPlaces.get(i);
                for (int w = place[1]; w < place[2]; w++) {
                    share[(int) ((place[0] * most + index[i]) * n) + w] = 1f / (place[2] - place[1]);
                }
                index[i] += (long) place[0] * most;
            }
            NDArray means = Functions.matmul(manager.create(share, new Shape(b, most, n)), encoded.words());
            all = Functions.rows(means.reshape(-1, d), manager.create(index)).concat(all, 0);
        }
        long[] rows = new long[pairs.size() * length];
        java.util.Arrays.fill(rows, textPlaces.size() + frames.size());
        for (int p = 0; p < pairs.size(); p++) {
            List<Slot> slots = pairs.get(p);
            for (int i = 0; i < slots.size(); i++) {
                rows[p * length + i] = slots.get(i).row();
            }
        }
        return Functions.rows(all, manager.create(rows)).reshape(pairs.size(), length, d);
    }

    /** 1 for a mention of one of the wanted parts, 0 for others and padding: {@code [P, N]}. */
    float[] mask(boolean text, boolean visual) {
        float[] mask = new float[pairs.size() * length];
        for (int p = 0; p < pairs.size(); p++) {
            List<Slot> slots = pairs.get(p);
            for (int i = 0; i < slots.size(); i++) {
                mask[p * length + i] = (slots.get(i).part() < 2 ? text : visual) ? 1 : 0;
            }
        }
        return mask;
    }

    /** Which of the gate's weights belongs to a mention: the subject's, then the object's. {@code [P·N]}. */
    long[] places(int most) {
        long[] places = new long[pairs.size() * length];
        for (int p = 0; p < pairs.size(); p++) {
            List<Slot> slots = pairs.get(p);
            for (int i = 0; i < slots.size(); i++) {
                places[p * length + i] = (slots.get(i).part() % 2) * (long) most
                        + Math.min(slots.get(i).index(), most - 1);
            }
        }
        return places;
    }

    /** 1 where a mention is of a part, or the mean's share of it: {@code [P, 4, N]}. */
    float[] selection(boolean text, boolean visual, boolean mean) {
        float[] selection = new float[pairs.size() * PARTS * length];
        for (int p = 0; p < pairs.size(); p++) {
            List<Slot> slots = pairs.get(p);
            int[] count = new int[PARTS];
            slots.forEach(s -> count[s.part()]++);
            for (int i = 0; i < slots.size(); i++) {
                int part = slots.get(i).part();
                if (part < 2 ? text : visual) {
                    selection[(p * PARTS + part) * length + i] = mean ? 1f / count[part] : 1;
                }
            }
        }
        return selection;
    }
}
