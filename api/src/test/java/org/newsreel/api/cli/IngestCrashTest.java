package org.newsreel.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of ingest, again and again: what was reported done stays done. */
@Tag("crash")
class IngestCrashTest {
    private static final int KILLS = Integer.getInteger("kills", 100);
    private static final int ITEMS = 400;

    @TempDir
    private Path work;

    @Test
    void losesNothingThatItReported() throws Exception {
        Random random = new Random(20);
        for (int i = 0; i < ITEMS; i++) {
            makeItem(i, random);
        }
        Set<String> reported = new TreeSet<>();
        int killed = 0;
        for (int round = 0; killed < KILLS; round++) {
            Path out = work.resolve("out-" + round);
            Process ingest =
                    Command.start(work, out, work.resolve("err-" + round), "ingest", "items", "--store", "store");
            // The first commits come after the models are loaded, some seconds in: kill before, at and after them.
            boolean ended = ingest.waitFor(3_000 + random.nextInt(9_000), TimeUnit.MILLISECONDS);
            if (ended) {
                // All is ingested: take some of it out, so that there is something to be interrupted again.
                assertThat(ingest.exitValue())
                        .as(Files.readString(work.resolve("err-" + round)))
                        .isZero();
                change(random, round);
                reported.clear();
                continue;
            }
            ingest.destroyForcibly().waitFor();
            killed++;
            Files.readString(out)
                    .lines()
                    .filter(line -> line.matches("item-[0-9]{4}"))
                    .forEach(reported::add);

            Command.Result verified = Command.newsreel(work, "verify", "--store", "store");
            assertThat(verified.exitCode())
                    .as("after kill " + killed + ": " + verified.out() + verified.err())
                    .isZero();
            assertThat(stored()).as("after kill " + killed).containsAll(reported);
        }

        assertThat(Command.newsreel(work, "ingest", "items", "--store", "store").exitCode())
                .isZero();
        assertThat(stored()).hasSize(ITEMS);
    }

    private void makeItem(int number, Random random) throws IOException {
        Command.write(
                work.resolve(String.format("items/item-%04d/article.en.txt", number)),
                "Anna Petrov" + random.nextInt(50) + " joined the Harbour Institute in Port Ellery on 3 May 20"
                        + (10 + random.nextInt(15)) + ". Her brother Karl Petrov works for Lumen Rail in Westmark. "
                        + "The institute was founded in 1988 and lies in the old town.\n");
    }

    private void change(Random random, int round) throws IOException {
        for (int i = 0; i < ITEMS; i++) {
            Path article = work.resolve(String.format("items/item-%04d/article.en.txt", i));
            Files.writeString(article, Files.readString(article) + "Report " + round + "." + random.nextInt() + "\n");
        }
    }

    private Set<String> stored() throws Exception {
        Command.Result result = Command.newsreel(
                work,
                "query",
                "SELECT ?id { GRAPH ?g { ?item a schema:NewsArticle ; nr:itemId ?id } }",
                "--results",
                "csv",
                "--store",
                "store");
        assertThat(result.exitCode()).as(result.err()).isZero();
        return new TreeSet<>(result.out().lines().skip(1).toList());
    }
}
