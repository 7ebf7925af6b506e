package org.newsreel.training.made;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.source.MnreExample;
import org.newsreel.extraction.source.MnreExamples;

class MadeCorpusTest {
    @TempDir
    private Path directory;

    private List<MnreExample> written(Path to) throws IOException {
        int lines = MadeCorpus.write(to, 3, 1, 12);
        List<MnreExample> examples = new ArrayList<>();
        try (MnreExamples read = MnreExamples.open(to.resolve("posts.txt"))) {
            read.forEachRemaining(examples::add);
            assertThat(read.failures()).isEmpty();
        }
        assertThat(examples).hasSize(lines);
        return examples;
    }

    @Test
    void postsAreReadAsMnreIsWithPicturesForTwoThirds() throws IOException {
        List<MnreExample> examples = written(directory.resolve("a"));

        assertThat(examples).extracting(MnreExample::relation).isSubsetOf(MadeCorpus.RELATIONS);
        assertThat(examples).anyMatch(e -> e.pictureId().startsWith("zh-3-"));
        try (var pictures = Files.list(directory.resolve("a/pictures"))) {
            assertThat(pictures).hasSize(2 * 12 * 2 / 3);
        }
    }

    @Test
    void peopleStandInBothDirectionsAndOnlyOneIsTheParent() throws IOException {
        List<MnreExample> examples = written(directory.resolve("a"));
        for (int i = 0; i < examples.size(); i++) {
            MnreExample one = examples.get(i);
            if (one.relation().equals("PER-PER_parents")) {
                assertThat(examples.get(i + 1).relation()).isEqualTo(MadeItem.NONE);
                assertThat(examples.get(i + 1).headFrom()).isEqualTo(one.tailFrom());
            }
            if (one.relation().equals("PER-PER_couple")) {
                assertThat(examples)
                        .anyMatch(other -> other.pictureId().equals(one.pictureId())
                                && other.headFrom() == one.tailFrom()
                                && other.relation().equals(one.relation()));
            }
        }
    }

    @Test
    void theSameWorldsGiveTheSameFiles() throws IOException {
        written(directory.resolve("a"));
        written(directory.resolve("b"));

        try (var files = Files.walk(directory.resolve("a"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path other =
                        directory.resolve("b").resolve(directory.resolve("a").relativize(file));
                assertThat(Files.mismatch(file, other)).isEqualTo(-1);
            }
        }
    }
}
