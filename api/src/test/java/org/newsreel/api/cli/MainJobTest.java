package org.newsreel.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The main job on real broadcast news: six MDocRE samples as item folders, through every command. The tests stand in
 * the order in which a user would call the commands, on one store, because extraction takes a minute.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobTest {
    private static final Path SAMPLES = Command.HOME.resolveSibling("shared").resolve("data/mdocre");

    @TempDir
    private static Path work;

    private static Path items;

    @BeforeAll
    static void makeItemFolders() throws IOException {
        assumeThat(SAMPLES).as("the MDocRE samples beside the checkout").isDirectory();
        items = Files.createDirectory(work.resolve("items"));
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            for (Path sample : samples.filter(Files::isDirectory).sorted().toList()) {
                makeItem(sample, items.resolve(sample.getFileName()));
            }
        }
    }

    /** The English part is the first third of the lines: English, Chinese, then both interleaved. */
    private static void makeItem(Path sample, Path item) throws IOException {
        Files.createDirectories(item);
        List<String> lines = Files.readAllLines(sample.resolve("text.txt"), StandardCharsets.UTF_8);
        List<String> english = new ArrayList<>();
        for (String line : lines) {
            if (line.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)) {
                break;
            }
            english.add(line);
        }
        Command.write(item.resolve("article.en.txt"), String.join("\n", english));
        if (Files.exists(sample.resolve("video.mp4"))) {
            Files.copy(sample.resolve("video.mp4"), item.resolve("video.mp4"));
        } else {
            try (Stream<Path> frames = Files.list(sample.resolve("frames"))) {
                for (Path frame : frames.toList()) {
                    Files.copy(frame, item.resolve(frame.getFileName()));
                }
            }
        }
    }

    @Test
    @Order(1)
    void takesAllSixItemsIn() throws Exception {
        Command.Result result = Command.newsreel(work, "ingest", "items", "--store", "store");

        assertThat(result.complaints()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.out().lines()).containsExactly("9005", "9009", "9053", "9093", "9111", "9215");
    }

    @Test
    @Order(2)
    void leavesAStoreThatVerifies() throws Exception {
        Command.Result result = Command.newsreel(work, "verify", "--store", "store");

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    @Test
    @Order(3)
    void givesEveryItemStatementsThatQuoteItsText() throws Exception {
        String out = query(
                """
                SELECT ?item (COUNT(DISTINCT ?s) AS ?n) {
                  GRAPH ?g {
                    ?item a schema:NewsArticle .
                    ?s a rdf:Statement ; prov:wasDerivedFrom ?e .
                    ?e oa:hasSelector/oa:exact ?quote } }
                GROUP BY ?item""");

        assertThat(out.lines().skip(1)).hasSize(6).allMatch(row -> count(row) >= 5);
    }

    @Test
    @Order(4)
    void givesEveryItemWithAVideoFramesInsideIt() throws Exception {
        String out = query(
                """
                SELECT ?item (COUNT(DISTINCT ?e) AS ?n) {
                  GRAPH ?g {
                    ?item schema:video ?video .
                    ?video nr:width ?wide ; nr:height ?high ; nr:duration ?long .
                    ?s a rdf:Statement ; prov:wasDerivedFrom ?e .
                    ?e oa:hasSource ?video ; nr:time ?t ; nr:x ?x ; nr:y ?y ; nr:width ?w ; nr:height ?h .
                    FILTER(?t >= 0 && ?t <= ?long && ?x >= 0 && ?y >= 0 && ?x + ?w <= ?wide && ?y + ?h <= ?high) } }
                GROUP BY ?item""");

        assertThat(out.lines().skip(1)).hasSize(4).allMatch(row -> count(row) >= 1);
    }

    @Test
    @Order(5)
    void doesNothingTheSecondTime() throws Exception {
        String before = graph();

        Command.Result result = Command.newsreel(work, "ingest", "items", "--store", "store");

        assertThat(result.out()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(graph()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void forgetsAnItemAsIfItHadNeverBeenThere() throws Exception {
        Path others = Files.createDirectory(work.resolve("others"));
        try (Stream<Path> all = Files.list(items)) {
            for (Path item : all.filter(i -> !i.endsWith("9009")).toList()) {
                Files.createSymbolicLink(others.resolve(item.getFileName()), item);
            }
        }
        assertThat(Command.newsreel(work, "ingest", "others", "--store", "without")
                        .exitCode())
                .isZero();

        assertThat(Command.newsreel(work, "forget", "9009", "--store", "store").exitCode())
                .isZero();

        assertThat(graph()).isEqualTo(graph("without"));
        assertThat(graph()).doesNotContain("9009");
        assertThat(Command.newsreel(work, "verify", "--store", "store").exitCode())
                .isZero();
    }

    private static int count(String row) {
        return Integer.parseInt(row.substring(row.lastIndexOf(',') + 1));
    }

    private String graph() throws Exception {
        return graph("store");
    }

    private String graph(String store) throws Exception {
        Path file = work.resolve(store + ".nq");
        assertThat(Command.newsreel(work, "export", "--store", store, "--out", file.toString())
                        .exitCode())
                .isZero();
        return Files.readString(file);
    }

    private String query(String sparql) throws Exception {
        return query("store", sparql, "csv");
    }

    private String query(String store, String sparql, String results) throws Exception {
        Command.Result result = Command.newsreel(work, "query", sparql, "--results", results, "--store", store);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return result.out();
    }
}
