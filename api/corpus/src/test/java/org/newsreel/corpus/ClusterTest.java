package org.newsreel.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.corpus.Processes.Result;

/** Master, two workers, driver: separate processes, some of which get killed. */
@Tag("slow")
class ClusterTest {
    private static final int ITEMS = Integer.getInteger("items", 200);

    @TempDir
    private Path work;

    @Test
    void givesTheSameGraphAsOneMachineWhenAnExecutorAndThenTheDriverAreKilled() throws Exception {
        MadeNews.write(work.resolve("news"), ITEMS, 2, 7);
        Result ingested = Processes.newsreel(work, "ingest", "news", "--store", "local");
        assertThat(ingested.exitCode()).as(ingested.err()).isZero();

        try (LoopbackCluster cluster = new LoopbackCluster(work.resolve("cluster"), 2)) {
            String[] call = {"corpus", "news", "--master", cluster.master(), "--out", "out"};
            Path log = work.resolve("first.log");
            Process first = Processes.start(work, log, "org.newsreel.api.cli.Newsreel", call);
            awaitDocuments(ITEMS / 4, first, log);
            List<ProcessHandle> executors = cluster.executors();
            assertThat(executors).isNotEmpty();
            executors.get(0).destroyForcibly();
            awaitDocuments(ITEMS / 2, first, log);
            first.destroyForcibly().waitFor();
            long done = documents();

            Result second = Processes.newsreel(work, call);
            assertThat(second.exitCode()).as(second.err()).isZero();
            assertThat(second.complaints()).isEmpty();
            assertThat(kept(second)).as("items that the killed run had done").isGreaterThanOrEqualTo(done);
            assertThat(kept(second)).isLessThan(ITEMS);
        }

        Result built = Processes.newsreel(work, "build", "out/documents.jsonl", "--store", "spark");
        assertThat(built.exitCode()).as(built.err()).isZero();
        String local = export("local");
        assertThat(export("spark")).isEqualTo(local);
        // Identities were resolved on the executors, too.
        assertThat(Files.readString(work.resolve("out/graph.nq"))).isEqualTo(local);
        Result loaded = Processes.newsreel(work, "build", "out/graph.nq", "--store", "loaded");
        assertThat(loaded.exitCode()).as(loaded.err()).isZero();
        assertThat(export("loaded")).isEqualTo(local);
    }

    private String export(String store) throws Exception {
        String file = store + ".nq";
        Result exported = Processes.newsreel(work, "export", "--store", store, "--out", file);
        assertThat(exported.exitCode()).as(exported.err()).isZero();
        String quads = Files.readString(work.resolve(file));
        assertThat(quads.lines().count()).isGreaterThan(100L * ITEMS);
        return quads;
    }

    private static long kept(Result result) {
        return Long.parseLong(result.err().replaceAll("(?s).* extracted, ([0-9]+) kept.*", "$1"));
    }

    private void awaitDocuments(long count, Process driver, Path log) throws IOException, InterruptedException {
        for (int i = 0; i < 6_000 && documents() < count; i++) {
            assertThat(driver.isAlive())
                    .as(Files.readString(Processes.err(log)))
                    .isTrue();
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(documents()).isGreaterThanOrEqualTo(count);
    }

    private long documents() throws IOException {
        Path items = work.resolve("out/items");
        if (!Files.exists(items)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(items)) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        }
    }
}
