package org.newsreel.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input through the real command line: one sentence each, and the rest of the batch goes in. */
class BadInputTest {
    private static final String GOOD = "Anna Petrov joined the Harbour Institute in Port Ellery on 3 May 2021.\n";

    @TempDir
    private Path work;

    @BeforeEach
    void makeGoodItem() throws Exception {
        Command.write(work.resolve("items/good/article.en.txt"), GOOD);
    }

    @Test
    void namesEachBadItemInOneSentenceAndTakesTheRest() throws Exception {
        Files.createDirectories(work.resolve("items/empty"));
        Command.write(work.resolve("items/zero/article.en.txt"), GOOD);
        Files.createFile(work.resolve("items/zero/video.mp4"));
        Command.write(work.resolve("items/cut/article.en.txt"), GOOD);
        Files.write(
                work.resolve("items/cut/video.mp4"), new byte[] {0, 0, 0, 24, 'f', 't', 'y', 'p', 'm', 'p', '4', '2'});
        Files.createDirectories(work.resolve("items/latin"));
        Files.write(
                work.resolve("items/latin/article.txt"),
                "Zoë Müller joined the Café Institute in Málaga on 3 May 2021. Señor Núñez was there too.\n"
                        .getBytes(StandardCharsets.ISO_8859_1));
        Command.write(work.resolve("items/新闻 一号/article.txt"), "王芳加入了港口研究所。\n");
        Command.write(work.resolve("items/long/article.en.txt"), GOOD.repeat(60_000 / GOOD.length()));
        Command.write(work.resolve("items/odd/article.en.txt"), GOOD);
        Command.write(work.resolve("items/odd/item.json"), "{\"id\": \"../../etc/passwd\"");

        Command.Result result = Command.newsreel(work, "ingest", "items", "--store", "store");

        assertThat(result.exitCode()).isEqualTo(ExitCode.SOME_FAILED);
        assertThat(result.out().lines()).contains("good", "zero", "cut", "latin", "新闻 一号", "long");
        for (String bad : List.of("empty", "zero", "cut", "odd")) {
            assertThat(result.complaints().stream().filter(line -> line.contains("items/" + bad)))
                    .as(bad + " in " + result.err())
                    .hasSize(1);
        }
        assertThat(result.err()).doesNotContain("Exception").doesNotContain("\tat ");
        assertThat(Command.newsreel(work, "verify", "--store", "store").exitCode())
                .isZero();
    }

    @Test
    @Tag("slow")
    void takesAnArticleOfFiveMegabytes() throws Exception {
        Command.write(work.resolve("items/long/article.en.txt"), GOOD.repeat(5_000_000 / GOOD.length()));

        Command.Result result = Command.newsreel(work, "ingest", "items", "--store", "store");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out().lines()).containsExactly("good", "long");
        assertThat(Command.newsreel(work, "verify", "--store", "store").exitCode())
                .isZero();
    }

    @Test
    void saysThatAPathIsNotThere() throws Exception {
        Command.Result result = Command.newsreel(work, "ingest", "nowhere", "--store", "store");

        assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(result.complaints()).singleElement().asString().contains("nowhere");
    }

    @Test
    void saysThatAnOptionIsUnknownOrTheFormatIsNot() throws Exception {
        assertThat(Command.newsreel(work, "ingest", "items", "--colour").exitCode())
                .isEqualTo(ExitCode.WRONG_CALL);
        assertThat(Command.newsreel(work, "ingest", "items", "--format", "docx").exitCode())
                .isEqualTo(ExitCode.WRONG_CALL);
        assertThat(Command.newsreel(work, "fetch").exitCode()).isEqualTo(ExitCode.WRONG_CALL);
    }

    @Test
    void saysWhereAQueryIsWrong() throws Exception {
        assertThat(Command.newsreel(work, "ingest", "items", "--store", "store").exitCode())
                .isZero();

        Command.Result result = Command.newsreel(work, "query", "SELECT ?s {\n ?s ?p }", "--store", "store");

        assertThat(result.exitCode()).isEqualTo(ExitCode.WRONG_CALL);
        assertThat(result.complaints()).singleElement().asString().contains("line 2");
    }

    @Test
    void saysWhichProcessHasTheStore() throws Exception {
        assertThat(Command.newsreel(work, "ingest", "items", "--store", "store").exitCode())
                .isZero();
        Process holder = Command.start(StoreHolder.class, work, work.resolve("out"), work.resolve("err"), "store");
        try {
            for (int i = 0; i < 100 && !Files.readString(work.resolve("out")).contains("holding"); i++) {
                Thread.sleep(100);
            }
            Command.Result result = Command.newsreel(work, "ingest", "items", "--store", "store");

            assertThat(result.exitCode()).isEqualTo(ExitCode.COULD_NOT_START);
            assertThat(result.complaints())
                    .singleElement()
                    .asString()
                    .contains("store")
                    .contains(Long.toString(holder.pid()));
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void saysThatTheStoreCanNotBeMade() throws Exception {
        Command.write(work.resolve("file"), "in the way");

        Command.Result result = Command.newsreel(work, "ingest", "items", "--store", "file");

        assertThat(result.exitCode()).isEqualTo(ExitCode.COULD_NOT_START);
        assertThat(result.complaints()).singleElement().asString().contains("file");
    }
}
