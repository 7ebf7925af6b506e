package org.newsreel.training.bench;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * All comparisons in one run:
 *
 * <pre>mvn -Pbench -pl training -am test [-Dbench.repetitions=5] [-Dbench.documents=45] [-Dbench.only=encoder]</pre>
 *
 * <p>It fails when sides that must agree don't; a missed aim is for the reader of {@code
 * training/target/bench} to see. The first run fetches about 1.2 GB of CoreNLP's models.
 */
@Tag("bench")
class SideBySideTest {
    @TempDir
    private Path directory;

    @Test
    void measure() throws Exception {
        int repetitions = Integer.getInteger("bench.repetitions", 5);
        int documents = Integer.getInteger("bench.documents", 45);
        int threads = Integer.getInteger("ai.djl.pytorch.num_threads", 2);
        String only = System.getProperty("bench.only", "");
        if (only.isEmpty() || only.equals("encoder")) {
            EncoderContest.run(2 * repetitions + 1, threads);
        }
        if (only.isEmpty() || only.equals("training")) {
            TrainingSpeed.run(repetitions, directory, threads);
        }
        if (only.isEmpty() || only.equals("extraction")) {
            ExtractionContest.run(repetitions, documents, threads);
        }
        if (only.isEmpty() || only.equals("pictures")) {
            VisualContest.run(repetitions);
        }
    }
}
