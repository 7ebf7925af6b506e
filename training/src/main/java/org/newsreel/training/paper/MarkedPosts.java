package org.newsreel.training.paper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.zip.CRC32;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.extraction.network.Post;
import org.newsreel.extraction.pair.MarkedPost;
import org.newsreel.extraction.pair.PairReader;
import org.newsreel.extraction.pair.TokenRange;
import org.newsreel.extraction.source.MnreExample;
import org.newsreel.extraction.source.MnreExamples;
import org.newsreel.ontology.schema.RelationInventory;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;
import org.newsreel.training.corpus.Split;
import org.newsreel.training.made.MadeCorpus;

/** MNRE and made posts as posts with marked pairs. A tenth of the posts, by a hash of their tokens, is to choose by. */
final class MarkedPosts {
    static final String CORPUS = "mnre";

    /** What {@code newsreel made} writes, in MNRE's form. */
    static final String MADE = "made";

    static final Set<String> CORPORA = Set.of(CORPUS, MADE);

    private static final int PARTS = 10;

    /** A line of the corpus with its picture's file. */
    record Line(MnreExample example, int relation, Split split, Optional<Path> picture) {}

    private MarkedPosts() {}

    /** The relations of MNRE or of made posts in the order of the scores, None among them. */
    static List<String> labels(String corpus) {
        if (corpus.equals(MADE)) {
            return MadeCorpus.RELATIONS;
        }
        return RelationSchema.standard().types(RelationInventory.MNRE).stream()
                .map(RelationType::name)
                .sorted()
                .toList();
    }

    /** Which of a network's labels is None; the corpora have different numbers of labels. */
    static int none(int relations) {
        for (String corpus : CORPORA) {
            if (labels(corpus).size() == relations) {
                return labels(corpus).indexOf(MnreExample.NONE);
            }
        }
        throw new IllegalArgumentException(
                "the network tells " + relations + " relations apart, which is no number that a corpus of posts has");
    }

    /**
     * Reads a file.
     *
     * @param reader makes what can be read again and again of a line
     */
    static <C, E> Examples<E> read(Reading<C> reading, BiFunction<Line, PictureFiles, Gold<E>> reader)
            throws IOException {
        PictureFiles pictures = PictureFiles.in(reading.pictures(), reading.scale());
        List<Gold<E>> all = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        int illustrated = 0;
        try (MnreExamples lines = MnreExamples.open(reading.file())) {
            while (lines.hasNext()) {
                MnreExample example = lines.next();
                int relation = reading.labels().indexOf(example.relation());
                if (relation < 0) {
                    failures.add("An example of " + reading.file() + " has the unknown relation " + example.relation()
                            + ".");
                    continue;
                }
                Optional<Path> picture = pictures.named(example.pictureId());
                illustrated += picture.isPresent() ? 1 : 0;
                all.add(reader.apply(
                        new Line(example, relation, split(String.join(" ", example.tokens())), picture), pictures));
            }
            failures.addAll(lines.failures());
        }
        return new Examples<>(all, failures, illustrated);
    }

    /** By a hash, so that the division stays the same however a file is ordered. */
    static Split split(String text) {
        CRC32 hash = new CRC32();
        hash.update(text.getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % PARTS == 0 ? Split.TUNE : Split.TRAIN;
    }

    /** The post as {@link PairReader} cuts it, with its pair between four of the vocabulary's free pieces. */
    static Post post(PairReader reader, MnreExample example, Optional<Pixels> picture) {
        return MarkedPost.of(
                        reader,
                        example.tokens(),
                        new TokenRange(example.headFrom(), example.headTo()),
                        new TokenRange(example.tailFrom(), example.tailTo()),
                        picture)
                .post();
    }
}
