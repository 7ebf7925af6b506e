package org.newsreel.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.corpus.Processes.Result;

/** What Spark costs beside the local command on the same items and the same cores, whole commands, start included. */
@Tag("bench")
class CorpusBenchTest {
    private static final int ITEMS = Integer.getInteger("items", 200);

    @TempDir
    private Path work;

    @Test
    void comparesSparkWithOneMachine() throws Exception {
        MadeNews.write(work.resolve("news"), ITEMS, 5, 11);
        Result local = Processes.newsreel(work, "extract", "news", "--out", "local.jsonl");
        assertThat(local.exitCode()).as(local.err()).isZero();
        try (LoopbackCluster cluster = new LoopbackCluster(work.resolve("cluster"), 2)) {
            // Neither resolves identities.
            Result spark = Processes.newsreel(
                    work, "corpus", "news", "--master", cluster.master(), "--out", "out", "--no-graph");
            assertThat(spark.exitCode()).as(spark.err()).isZero();
            assertThat(work.resolve("out/documents.jsonl")).hasSameTextualContentAs(work.resolve("local.jsonl"));
            System.out.printf(
                    "%d items: extract %.1f s, corpus on two workers %.1f s, overhead %.0f %%%n",
                    ITEMS, local.seconds(), spark.seconds(), 100 * (spark.seconds() / local.seconds() - 1));
        }
    }
}
