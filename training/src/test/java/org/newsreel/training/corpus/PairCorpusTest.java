package org.newsreel.training.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.pair.PairReader;

class PairCorpusTest {
    private static final List<String> RELATIONS = List.of("/per/org/member_of", "/per/per/peer", "None");

    @TempDir
    private Path directory;

    private PairCorpus read(List<String> lines) throws IOException {
        Path file = Files.write(directory.resolve("mnre.txt"), lines);
        try (TextTokenizer tokenizer = TextTokenizer.pretrained()) {
            return PairCorpus.mnre(file, new PairReader(tokenizer, 64), RELATIONS);
        }
    }

    static String line(String last, int head, int tail, String relation) {
        return "{'token': ['Ann', 'of', 'Acme', 'met', 'Bo', '" + last + "'], 'h': {'name': 'x', 'pos': [" + head + ", "
                + (head + 1) + "]}, 't': {'name': 'y', 'pos': [" + tail + ", " + (tail + 1)
                + "]}, 'img_id': 'a.jpg', 'relation': '" + relation + "'}";
    }

    @Test
    void aPostIsWhollyInOnePartAndAboutATenthIsForChoosing() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lines.add(line("n" + i, 0, 2, "/per/org/member_of"));
            lines.add(line("n" + i, 0, 4, "None"));
        }
        PairCorpus corpus = read(lines);

        assertThat(corpus.train().size() + corpus.dev().size()).isEqualTo(600);
        assertThat(corpus.dev().size()).isBetween(30, 90);
        assertThat(corpus.dev().stream().filter(e -> e.relation() == 2).count())
                .as("both examples of a post are together")
                .isEqualTo(corpus.dev().size() / 2);
        assertThat(corpus.all()).hasSize(600);
    }

    @Test
    void aMentionsTypeFollowsFromItsOtherRelations() throws IOException {
        PairCorpus corpus =
                read(List.of(line("x", 0, 2, "/per/org/member_of"), line("x", 4, 2, "None"), line("y", 0, 2, "None")));
        List<PairExample> all = corpus.all();

        PairExample member =
                all.stream().filter(e -> e.relation() == 0).findFirst().orElseThrow();
        assertThat(member.headType()).isEqualTo(0);
        assertThat(member.tailType()).isEqualTo(2);
        assertThat(all.stream().filter(e -> e.relation() == 2).map(PairExample::tailType))
                .containsExactlyInAnyOrder(2, -1);
        assertThat(all.stream().filter(e -> e.relation() == 2).map(PairExample::headType))
                .containsOnly(-1);
    }

    @Test
    void badLinesAndUnknownRelationsAreNamedAndLeftOut() throws IOException {
        PairCorpus corpus = read(List.of(line("x", 0, 2, "/no/such/relation"), "{", line("x", 0, 2, "None")));

        assertThat(corpus.all()).hasSize(1);
        assertThat(corpus.failures()).hasSize(2).anyMatch(s -> s.contains("/no/such/relation"));
        assertThat(corpus.failures()).anyMatch(s -> s.contains("Line 2"));
    }
}
