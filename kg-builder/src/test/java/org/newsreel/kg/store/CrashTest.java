package org.newsreel.kg.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.Dataset;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.Documents;
import org.newsreel.kg.exchange.NQuadLines;
import org.newsreel.ontology.codec.ExtractionWriter;

/** Kills an ingest with SIGKILL at random moments, during compactions too, and looks at what is left. */
@Tag("crash")
class CrashTest {
    private static final int ITEMS = 1300;
    private static final int BATCH = 10;
    private static final int KILLS = Integer.getInteger("kills", 100);

    @TempDir
    Path directory;

    @Test
    void losesNothingThatWasReportedDoneHoweverOftenItIsKilled() throws Exception {
        Path file = directory.resolve("news.jsonl");
        try (ExtractionWriter writer = new ExtractionWriter(file)) {
            for (int i = 0; i < ITEMS; i++) {
                writer.write(Documents.random("item " + i, 7000 + i));
            }
        }
        Path store = directory.resolve("store");
        Set<String> done = new HashSet<>();
        Random random = new Random(2);
        int kills = 0;
        while (kills < KILLS) {
            boolean killed = ingest(store, file, done, random);
            if (killed) {
                kills++;
                try (KnowledgeStore opened = KnowledgeStore.openExisting(store)) {
                    assertThat(opened.verify().problems())
                            .as("after kill %s", kills)
                            .isEmpty();
                    assertThat(opened.items()).as("after kill %s", kills).containsAll(done);
                    assertThat(StoredChangesTest.replayed(opened))
                            .as("changes after kill %s", kills)
                            .isEqualTo(StoredChangesTest.content(opened));
                }
            } else {
                // The whole file went in before the kill: begin anew, so that every kill hits a working ingest.
                done.clear();
                store = directory.resolve("store-" + kills);
            }
            System.out.println("kill " + kills + ": " + done.size() + " items reported done");
        }
        Set<String> rest = new HashSet<>();
        assertThat(ingest(store, file, rest, null)).isFalse();
        assertThat(rest).hasSize(ITEMS);
        assertThat(canonical(store)).isEqualTo(inOneGo(file));
    }

    /** Whether the process was killed before it was done. Without a random generator it is left to finish. */
    private static boolean ingest(Path store, Path file, Set<String> done, Random random)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        // Every other process dies while the store is being compacted, mostly.
                        "-Dcompacting=" + (random != null && random.nextBoolean()),
                        "-cp",
                        System.getProperty("java.class.path"),
                        IngestProcess.class.getName(),
                        store.toString(),
                        file.toString(),
                        Integer.toString(BATCH))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        boolean finished = false;
        try (BufferedReader lines = process.inputReader()) {
            // Killed by its handle, because the process object would close our end of the pipe with lines still in it.
            // Counted in acknowledgements, so that kills fall on opening, writing and committing alike on any machine.
            int moment = random == null ? Integer.MAX_VALUE : random.nextInt(100);
            int seen = 0;
            if (moment == 0) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(2000));
                process.toHandle().destroyForcibly();
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                finished |= line.equals("DONE");
                if (line.startsWith("ACK ")) {
                    // Items that an earlier run stored are only passed over: the kill waits for work.
                    boolean work = done.add(line.substring("ACK ".length()));
                    seen += work ? 1 : 0;
                    if (random != null && work && seen == moment) {
                        TimeUnit.MILLISECONDS.sleep(random.nextInt(150));
                        process.toHandle().destroyForcibly();
                    }
                }
            }
        }
        int status = process.waitFor();
        assertThat(status).isIn(0, 137);
        return !finished;
    }

    private List<String> inOneGo(Path file) throws Exception {
        Path other = directory.resolve("other");
        IngestProcess.main(new String[] {other.toString(), file.toString(), "100"});
        assertThat(Files.isDirectory(other)).isTrue();
        return canonical(other);
    }

    private static List<String> canonical(Path store) {
        try (KnowledgeStore opened = KnowledgeStore.openExisting(store)) {
            Dataset dataset = opened.dataset();
            return Txn.calculateRead(dataset, () -> NQuadLines.of(dataset.asDatasetGraph()));
        }
    }
}
