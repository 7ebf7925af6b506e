package org.newsreel.api.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.bench.ManyItems;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.api.fixture.ScriptedWorker;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.kg.store.VerifyReport;

/**
 * 64 clients of all kinds at the built service with its own limits: queries, items, provenance, search, mistakes, and
 * uploads whose facts are looked for, rejected, taken back and forgotten. Each knows what its answers must be. Writes
 * {@code target/load.md}. The extraction process is {@link ScriptedWorker}: models would take all of the processor.
 */
@Tag("load")
class LoadIT {
    private static final int SECONDS = Integer.getInteger("load.seconds", 600);
    private static final int ITEMS = Integer.getInteger("load.items", 200);
    private static final int CLIENTS = 64;
    private static final int WRITERS = 8;
    private static final int STREAMERS = 2;
    private static final int SAMPLE_MILLIS = 2000;

    /** At one moment, in MB. */
    private record Sample(long second, double rss, double anonymous, double heap) {}

    @Test
    void mixedClientsGetNoWrongAnswerAndMemoryStaysFlat(@TempDir Path folder) throws Exception {
        Path store = folder.resolve("store");
        ManyItems.into(store, ITEMS);
        Tally tally = new Tally();
        List<Sample> samples = new ArrayList<>();
        try (RunningService service = RunningService.start(
                "-Dnewsreel.store=" + store,
                "-Dnewsreel.api-key=" + RunningService.KEY,
                // All of the heap is taken at once, so that what grows is something else.
                "-Xms1g",
                "-Xmx1g",
                "-XX:+AlwaysPreTouch",
                "-XX:TieredStopAtLevel=4",
                ScriptedWorker.option())) {
            HttpClient http =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            Known known = Known.ask(new Asker(http, service.url(), new Tally()), ITEMS);
            ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
            long begun = System.nanoTime();
            long end = begun + TimeUnit.SECONDS.toNanos(SECONDS);
            for (int c = 0; c < CLIENTS; c++) {
                int number = c;
                clients.submit(() -> client(number, end, new Asker(http, service.url(), tally), known));
            }
            clients.shutdown();
            while (!clients.awaitTermination(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
                assertThat(service.alive()).isTrue();
                samples.add(sample(service, http, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun)));
                assertThat(System.nanoTime() - end)
                        .as("clients that wait for ever: %s", tally.wrong())
                        .isLessThan(TimeUnit.MINUTES.toNanos(5));
            }
        }
        VerifyReport verified;
        int left;
        try (KnowledgeStore after = KnowledgeStore.openExisting(store)) {
            verified = after.verify();
            left = after.items().size();
        }
        report(tally, samples, verified);
        assertThat(tally.wrong()).isEmpty();
        assertThat(tally.byStatus().keySet()).allMatch(status -> status < 500 || status == 503);
        assertThat(verified.problems()).isEmpty();
        assertThat(left)
                .as("items: what was uploaded was forgotten, the rest stays")
                .isEqualTo(ITEMS);
        requireFlat(samples);
    }

    private static void client(int number, long end, Asker asker, Known known) {
        Writer writer = new Writer(asker, number);
        Reader reader = new Reader(asker, known, number);
        while (System.nanoTime() < end) {
            try {
                if (number < WRITERS) {
                    writer.next();
                } else if (number < WRITERS + STREAMERS) {
                    reader.stream();
                    Thread.sleep(5000);
                } else if (number == WRITERS + STREAMERS) {
                    reader.endless();
                    Thread.sleep(5000);
                } else {
                    reader.next();
                }
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                asker.tally().wrong("client " + number + ": " + e);
            }
        }
    }

    private static Sample sample(RunningService service, HttpClient http, long second) throws Exception {
        double rss = 0;
        double anonymous = 0;
        for (String line : Files.readAllLines(Path.of("/proc/" + service.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                rss = kilobytes(line);
            } else if (line.startsWith("RssAnon:")) {
                anonymous = kilobytes(line);
            }
        }
        String metrics = http.send(
                        HttpRequest.newBuilder(URI.create(service.url() + "q/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        double heap = metrics.lines()
                .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
        return new Sample(second, rss / 1024, anonymous / 1024, heap / (1 << 20));
    }

    private static double kilobytes(String line) {
        return Double.parseDouble(line.replaceAll("[^0-9]", ""));
    }

    /** The least heap in use of a quarter of the run is what lives; the last quarter's is held against the second's. */
    private static void requireFlat(List<Sample> samples) {
        int quarter = samples.size() / 4;
        if (SECONDS < 120 || quarter < 5) {
            return;
        }
        List<Sample> second = samples.subList(quarter, 2 * quarter);
        List<Sample> last = samples.subList(3 * quarter, samples.size());
        assertThat(least(last)).as("heap that lives, MB").isLessThan(1.3 * least(second) + 32);
        assertThat(most(last)).as("anonymous memory, MB").isLessThan(1.15 * most(second) + 64);
    }

    private static double least(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::heap).min().orElseThrow();
    }

    private static double most(List<Sample> samples) {
        return samples.stream().mapToDouble(Sample::anonymous).max().orElseThrow();
    }

    private static void report(Tally tally, List<Sample> samples, VerifyReport verified) throws Exception {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%d clients for %d s; by status %s; wrong: %d; after it %d items, %d statements, problems: %s%n%n",
                CLIENTS,
                SECONDS,
                tally.byStatus(),
                tally.wrong().size(),
                verified.items(),
                verified.statements(),
                verified.problems()));
        text.append("| request | statuses |\n| --- | --- |\n").append(tally.table());
        text.append("\n\n| second | RSS, MB | of it anonymous | heap in use |\n| --- | --- | --- | --- |\n");
        for (int i = 0; i < samples.size(); i += Math.max(1, samples.size() / 12)) {
            Sample s = samples.get(i);
            text.append(String.format(
                    Locale.ROOT, "| %d | %.0f | %.0f | %.0f |%n", s.second(), s.rss(), s.anonymous(), s.heap()));
        }
        int quarter = samples.size() / 4;
        for (int q = 0; quarter > 0 && q < 4; q++) {
            List<Sample> part = samples.subList(q * quarter, (q + 1) * quarter);
            text.append(String.format(
                    Locale.ROOT,
                    "%nquarter %d: least heap in use %.0f MB, most anonymous memory %.0f MB",
                    q + 1,
                    least(part),
                    most(part)));
        }
        tally.wrong().forEach(w -> text.append("\n- ").append(w));
        Files.writeString(Path.of("target", "load.md"), text.append('\n').toString());
        System.out.println(text);
    }
}
