package org.newsreel.training.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import org.newsreel.extraction.pair.PairReader;
import org.newsreel.extraction.pair.PairTypes;
import org.newsreel.extraction.pair.TokenRange;
import org.newsreel.extraction.source.MnreExample;
import org.newsreel.extraction.source.MnreExamples;

/**
 * An MNRE file, divided into a part to train on and one to choose by. A post is wholly in one part, by a hash of its
 * tokens, so that the division stays the same however the file is ordered. The entity types of a mention follow from any
 * relation of it in the same post and part; MNRE names none.
 *
 * @param train nine tenths of the posts
 * @param dev the others
 * @param failures a sentence for each line that can't be used
 */
public record PairCorpus(List<PairExample> train, List<PairExample> dev, List<String> failures) {
    private static final int PARTS = 10;

    public PairCorpus {
        train = List.copyOf(train);
        dev = List.copyOf(dev);
        failures = List.copyOf(failures);
    }

    /** Reads a file. */
    public static PairCorpus mnre(Path file, PairReader reader, List<String> relations) throws IOException {
        List<MnreExample> train = new ArrayList<>();
        List<MnreExample> dev = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        try (MnreExamples lines = MnreExamples.open(file)) {
            while (lines.hasNext()) {
                MnreExample example = lines.next();
                if (relations.contains(example.relation())) {
                    (isDev(example.tokens()) ? dev : train).add(example);
                } else {
                    failures.add("An example of " + file + " has the unknown relation " + example.relation() + ".");
                }
            }
            failures.addAll(lines.failures());
        }
        return new PairCorpus(read(train, reader, relations), read(dev, reader, relations), failures);
    }

    /** Both parts, for measuring. */
    public List<PairExample> all() {
        List<PairExample> all = new ArrayList<>(train);
        all.addAll(dev);
        return all;
    }

    private static boolean isDev(List<String> tokens) {
        CRC32 hash = new CRC32();
        hash.update(String.join(" ", tokens).getBytes(StandardCharsets.UTF_8));
        return hash.getValue() % PARTS == 0;
    }

    private record Mentioned(List<String> tokens, TokenRange range) {}

    private static List<PairExample> read(List<MnreExample> examples, PairReader reader, List<String> relations) {
        PairTypes types = new PairTypes(relations);
        Map<Mentioned, Integer> known = new HashMap<>();
        for (MnreExample example : examples) {
            int relation = relations.indexOf(example.relation());
            put(known, example.tokens(), head(example), types.domain(relation));
            put(known, example.tokens(), tail(example), types.range(relation));
        }
        List<PairExample> read = new ArrayList<>();
        for (MnreExample example : examples) {
            int relation = relations.indexOf(example.relation());
            read.add(new PairExample(
                    reader.read(example.tokens(), head(example), tail(example)),
                    relation,
                    types.domain(relation)
                            .orElse(known.getOrDefault(new Mentioned(example.tokens(), head(example)), -1)),
                    types.range(relation)
                            .orElse(known.getOrDefault(new Mentioned(example.tokens(), tail(example)), -1))));
        }
        return read;
    }

    private static void put(
            Map<Mentioned, Integer> known, List<String> tokens, TokenRange range, Optional<Integer> type) {
        type.ifPresent(t -> known.putIfAbsent(new Mentioned(tokens, range), t));
    }

    private static TokenRange head(MnreExample example) {
        return new TokenRange(example.headFrom(), example.headTo());
    }

    private static TokenRange tail(MnreExample example) {
        return new TokenRange(example.tailFrom(), example.tailTo());
    }
}
