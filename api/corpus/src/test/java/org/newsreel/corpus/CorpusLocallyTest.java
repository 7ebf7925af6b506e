package org.newsreel.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.corpus.Processes.Result;

/** The command on threads of its own process: what users see, without a cluster. */
@Tag("slow")
class CorpusLocallyTest {
    @TempDir
    private Path work;

    @Test
    void givesTheDocumentsOfExtractAndResumes() throws Exception {
        MadeNews.write(work.resolve("news"), 6, 1, 3);
        Result extracted = Processes.newsreel(work, "extract", "news", "--out", "local.jsonl");
        assertThat(extracted.exitCode()).as(extracted.err()).isZero();

        Result first = corpus("news");
        assertThat(first.exitCode()).as(first.err()).isZero();
        assertThat(first.err()).contains("6 extracted, 0 kept from earlier runs, 0 failed");
        assertThat(work.resolve("out/documents.jsonl")).hasSameTextualContentAs(work.resolve("local.jsonl"));
        assertThat(work.resolve("out/_SUCCESS")).exists();
        Result built = Processes.newsreel(work, "build", "local.jsonl", "--out", "local.nq");
        assertThat(built.exitCode()).as(built.err()).isZero();
        assertThat(work.resolve("out/graph.nq")).hasSameTextualContentAs(work.resolve("local.nq"));

        Files.writeString(work.resolve("news/item-0003/article.en.txt"), "Mira Holm lives in Saltford.\n");
        Result second = corpus("news");
        assertThat(second.err()).contains("1 extracted, 5 kept from earlier runs, 0 failed");
    }

    @Test
    void goesOnPastBadItemsAndNamesThem() throws Exception {
        MadeNews.write(work.resolve("news"), 2, 1, 4);
        Files.createDirectories(work.resolve("news/empty"));
        Files.createDirectories(work.resolve("news/twin"));
        Files.writeString(work.resolve("news/twin/article.txt"), "Mira Holm lives in Saltford.");
        Files.writeString(work.resolve("news/twin/item.json"), "{\"id\": \"item-0001\"}");
        Files.writeString(work.resolve("all.manifest"), "# what to read\nnews\n\nmissing\n");

        Result result = corpus("all.manifest");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.complaints())
                .hasSize(3)
                .anyMatch(line -> line.contains("news/empty is empty"))
                .anyMatch(line -> line.contains("missing does not exist"))
                .anyMatch(line -> line.contains("news/twin has the same id as"));
        assertThat(Files.readAllLines(work.resolve("out/documents.jsonl"))).hasSize(2);
    }

    @Test
    void saysWhatIsWrongWithTheCall() throws Exception {
        MadeNews.write(work.resolve("news"), 1, 1, 5);
        assertThat(corpus("news", "--master", "spark://127.0.0.1:1").complaints())
                .containsExactly("newsreel: no Spark master answers at spark://127.0.0.1:1: start one, or take"
                        + " --master local[N].");
        assertThat(corpus("news", "--master", "somewhere").exitCode()).isEqualTo(2);
        Files.createDirectories(work.resolve("other"));
        Files.writeString(work.resolve("other/mine.txt"), "not Newsreel's");
        assertThat(Processes.newsreel(work, "corpus", "news", "--out", "other").exitCode())
                .isEqualTo(2);
    }

    private Result corpus(String input, String... more) throws IOException, InterruptedException {
        String[] arguments = new String[more.length + (more.length == 0 ? 6 : 4)];
        arguments[0] = "corpus";
        arguments[1] = input;
        arguments[2] = "--out";
        arguments[3] = "out";
        if (more.length == 0) {
            arguments[4] = "--master";
            arguments[5] = "local[2]";
        }
        System.arraycopy(more, 0, arguments, 4, more.length);
        return Processes.newsreel(work, arguments);
    }
}
