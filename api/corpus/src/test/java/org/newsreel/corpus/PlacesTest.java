package org.newsreel.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
    @TempDir
    private Path root;

    @Test
    void listsItemsInTheOrderInWhichOneMachineReadsThem() throws IOException {
        article("news/b");
        article("news/a");
        article("news/c/inner");

        assertThat(paths(root.resolve("news")))
                .containsExactly(root.resolve("news/a"), root.resolve("news/b"), root.resolve("news/c/inner"));
    }

    @Test
    void namesPlacesWithoutTheDirectoryThatTheInputLiesIn() throws IOException {
        article("here/news/a");
        article("there/news/a");

        assertThat(Places.of(List.of(root.resolve("here/news")), Optional.empty())
                        .get(0)
                        .key())
                .isEqualTo(Places.of(List.of(root.resolve("there/news")), Optional.empty())
                        .get(0)
                        .key());
    }

    @Test
    void cutsABigFileIntoSlicesThatShareItsRank() throws IOException {
        Path file = Files.writeString(root.resolve("posts.txt"), "x".repeat(1 << 20));

        List<WorkUnit> units = Places.of(List.of(file), Optional.of("mnre"));

        assertThat(units).hasSizeGreaterThan(1).extracting(WorkUnit::order).containsOnly(0);
        assertThat(units).extracting(WorkUnit::slice).doesNotHaveDuplicates();
        assertThat(units).extracting(WorkUnit::slices).containsOnly(units.size());
    }

    @Test
    void readsAManifestFromWhereItLies() throws IOException {
        article("news/a");
        article("more/b");
        Path manifest = Files.writeString(root.resolve("all.manifest"), "# both\nnews\n\n more/b \nmissing\n");

        assertThat(paths(manifest))
                .containsExactly(root.resolve("news/a"), root.resolve("more/b"), root.resolve("missing"));
    }

    @Test
    void pricesAVideoAboveAnArticle() throws IOException {
        article("news/text");
        Files.createDirectories(root.resolve("news/video"));
        Files.write(root.resolve("news/video/clip.mp4"), new byte[30 << 20]);

        List<WorkUnit> units = Places.of(List.of(root.resolve("news")), Optional.empty());

        assertThat(units.get(1).cost()).isGreaterThan(10 * units.get(0).cost());
    }

    private List<Path> paths(Path input) {
        return Places.of(List.of(input), Optional.empty()).stream()
                .map(unit -> Path.of(unit.path()))
                .toList();
    }

    private void article(String directory) throws IOException {
        Path item = Files.createDirectories(root.resolve(directory));
        Files.writeString(item.resolve("article.txt"), "Mira Holm lives in Saltford.");
    }
}
