package org.newsreel.training.ablation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.extraction.network.Post;
import org.newsreel.training.made.MadeItem;
import org.newsreel.training.made.MadeItem.Mentioned;
import org.newsreel.training.made.MadeItem.Said;
import org.newsreel.training.made.MadePictures;
import org.newsreel.training.made.Tongue;
import org.newsreel.training.made.Vocabulary;
import org.newsreel.training.metric.PairMetric;
import org.newsreel.training.metric.TagMetric;

/**
 * Made items as networks of single posts read them, and how their answers are measured.
 *
 * @param vocabulary of the items' language
 * @param size pixels along each side of a picture and of an object
 * @param objects most objects of a picture
 */
record MadePosts(Vocabulary vocabulary, int size, int objects) {
    /** What two entities can have to do with each other, {@link MadeItem#NONE} first. */
    static final List<String> RELATIONS = List.of(
            MadeItem.NONE,
            "PER-PER_couple",
            "PER-PER_colleague",
            "PER-PER_parents",
            "PER-ORG_member",
            "PER-LOC_located");

    static final List<String> TYPES = List.of("PER", "LOC", "ORG", "TIME");

    /** O, then B and I of every type. */
    static final int TAGS = 1 + 2 * TYPES.size();

    static MadePosts of(Tongue tongue, int size, int objects) {
        return new MadePosts(new Vocabulary(tongue), size, objects);
    }

    /** The post with its first fact's entities marked. */
    Post marked(MadeItem item) {
        Said fact = item.facts().get(0);
        Mentioned head = item.mentions().get(fact.subject());
        Mentioned tail = item.mentions().get(fact.object());
        List<Long> pieces = new ArrayList<>(List.of((long) Vocabulary.CLS));
        List<Integer> tokens = new ArrayList<>(List.of(-1));
        int[] markers = new int[4];
        for (int t = 0; t <= item.tokens().size(); t++) {
            for (Mentioned mention : List.of(head, tail)) {
                if (t == mention.to()) {
                    mark(pieces, tokens, markers, mention == head ? 1 : 3);
                }
            }
            for (Mentioned mention : List.of(head, tail)) {
                if (t == mention.from()) {
                    mark(pieces, tokens, markers, mention == head ? 0 : 2);
                }
            }
            if (t < item.tokens().size()) {
                pieces.add((long) vocabulary.number(item.tokens().get(t)));
                tokens.add(t);
            }
        }
        Post.Markers where = new Post.Markers(markers[0], markers[1], markers[2], markers[3]);
        return post(item, pieces, tokens, Optional.of(where));
    }

    private static void mark(List<Long> pieces, List<Integer> tokens, int[] markers, int which) {
        markers[which] = pieces.size();
        pieces.add((long) Vocabulary.HEAD + which);
        tokens.add(-1);
    }

    /** The post as it is. */
    Post plain(MadeItem item) {
        List<Long> pieces = new ArrayList<>(List.of((long) Vocabulary.CLS));
        List<Integer> tokens = new ArrayList<>(List.of(-1));
        for (int t = 0; t < item.tokens().size(); t++) {
            pieces.add((long) vocabulary.number(item.tokens().get(t)));
            tokens.add(t);
        }
        return post(item, pieces, tokens, Optional.empty());
    }

    private Post post(MadeItem item, List<Long> pieces, List<Integer> tokens, Optional<Post.Markers> markers) {
        pieces.add((long) Vocabulary.SEP);
        tokens.add(-1);
        Optional<Pixels> picture = item.frames().stream().findFirst().map(f -> MadePictures.of(f, size));
        List<Pixels> cut = item.frames().stream()
                .findFirst()
                .map(f -> MadePictures.objects(f, objects, size))
                .orElse(List.of());
        return new Post(
                pieces.stream().mapToLong(p -> p).toArray(),
                tokens.stream().mapToInt(t -> t).toArray(),
                markers,
                picture,
                cut);
    }

    /** Index of the first fact's relation. */
    static int relation(MadeItem item) {
        return RELATIONS.indexOf(item.facts().get(0).relation());
    }

    /** The tag of every token. */
    static int[] tags(MadeItem item) {
        int[] tags = new int[item.tokens().size()];
        for (Mentioned mention : item.mentions()) {
            int begin = 1 + 2 * TYPES.indexOf(mention.type());
            Arrays.fill(tags, mention.from(), mention.to(), begin + 1);
            tags[mention.from()] = begin;
        }
        return tags;
    }

    /** Micro F1 of the best relations. gold: index of each pair's, rows: logits. */
    static double relationF1(List<Integer> gold, List<float[]> rows) {
        PairMetric metric = new PairMetric(0);
        for (int i = 0; i < gold.size(); i++) {
            metric.add(gold.get(i), best(rows.get(i)));
        }
        return metric.score().f1();
    }

    static int best(float[] row) {
        int best = 0;
        for (int i = 1; i < row.length; i++) {
            best = row[i] > row[best] ? i : best;
        }
        return best;
    }

    /** F1 of runs of tags. */
    static double entityF1(List<int[]> gold, List<int[]> found) {
        TagMetric metric = new TagMetric();
        for (int i = 0; i < gold.size(); i++) {
            metric.add(gold.get(i), found.get(i));
        }
        return metric.score().f1();
    }
}
