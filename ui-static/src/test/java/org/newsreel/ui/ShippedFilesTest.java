package org.newsreel.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** What a browser gets: little, from here alone, and nothing that a strict content policy forbids. */
class ShippedFilesTest {
    private static final int MOST = 1_500_000;
    private static final int SMALL = 260;

    /** Names of vocabularies are addresses that nothing is fetched from. */
    private static final Pattern FETCHED = Pattern.compile(
            "(?:src|href|action)=\"(?:https?:)?//|import\\(?['\" ]*https?:|fetch\\(['\"`]https?:|url\\(['\"]?https?:");

    private static int packed(String file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(Pages.bytes(file));
        }
        return out.size();
    }

    @Test
    void theWholeInterfaceIsUnderOneAndAHalfMegabytesCompressed() throws IOException {
        int sum = 0;
        for (String file : Pages.files("")) {
            sum += packed(file);
        }
        assertThat(sum).isBetween(200_000, MOST);
    }

    @Test
    void nothingIsFetchedFromAnotherHost() throws IOException {
        for (String file : own()) {
            assertThat(Pages.read(file)).as(file).doesNotContainPattern(FETCHED);
        }
    }

    @Test
    void pagesKeepToAStrictContentPolicy() throws IOException {
        for (String file : Pages.files(".html")) {
            assertThat(Pages.read(file))
                    .as(file)
                    .doesNotContainPattern("<style|\\sstyle=|\\son\\w+=\"|javascript:|<script(?![^>]* src=)");
        }
        for (String file : own()) {
            assertThat(Pages.read(file))
                    .as(file)
                    .doesNotContainPattern("innerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function");
        }
    }

    @Test
    void everyLibraryComesWithItsLicence() throws IOException {
        String licences = Pages.read("lib/LICENCES.txt");
        assertThat(Pages.files("").stream()
                        .filter(file -> file.startsWith("lib/") && file.indexOf('/', 4) > 0)
                        .map(file -> file.split("/")[1])
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("cytoscape", "marked", "yasqe")
                .allSatisfy(library -> assertThat(licences).contains(library));
    }

    @Test
    void scriptsStaySmall() throws IOException {
        for (String file : own()) {
            if (!file.contains("/strings/")) {
                assertThat(Pages.read(file).lines().count()).as(file).isLessThan(SMALL);
            }
        }
    }

    /** The page Evaluation lists models and runs by name, because a browser can't list a directory. */
    @Test
    void theEvaluationPageKnowsWhatShips() throws IOException {
        assertThat(names("js/evaluation/models.js", "MODELS"))
                .containsExactlyInAnyOrderElementsOf(
                        directories(Path.of("..", "extraction", "models")).toList());
        assertThat(names("js/evaluation/curves.js", "RUNS"))
                .containsExactlyInAnyOrderElementsOf(Pages.files(".csv").stream()
                        .map(file -> file.substring(file.lastIndexOf('/') + 1, file.length() - ".csv".length()))
                        .toList());
    }

    private static Stream<String> directories(Path parent) throws IOException {
        try (var found = Files.list(parent)) {
            return found
                    .filter(directory -> Files.exists(directory.resolve("model.json")))
                    .map(directory -> directory.getFileName().toString())
                    // Fetched checkpoints are not part of what ships.
                    .filter(name -> name.startsWith("newsreel-") || name.startsWith("tesseract-"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static Iterable<String> names(String file, String constant) throws IOException {
        var list = Pattern.compile(constant + " = \\[([^\\]]*)\\]").matcher(Pages.read(file));
        assertThat(list.find()).isTrue();
        return Pattern.compile("'([^']+)'")
                .matcher(list.group(1))
                .results()
                .map(m -> m.group(1))
                .toList();
    }

    private static Iterable<String> own() throws IOException {
        return Pages.files("").stream()
                .filter(file -> file.startsWith("js/") || file.startsWith("css/") || file.endsWith(".html"))
                .toList();
    }
}
