package org.newsreel.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.ontology.bench.BenchReport;

/**
 * The same queries with the same bindings, in turn, to the service and to Fuseki's own distribution, each in a process of
 * its own with its own settings and the same heap, over copies of one store; then many clients at once.
 * {@code -Dbench.items=N} says how large the store is (1,000 items are about 580,000 quads), {@code -Dbench.seconds=N} how
 * long many clients ask, {@code -Dbench.warm=N} how often each query is asked of each side before it counts.
 */
@Tag("bench")
class SparqlBenchIT {
    private static final int WARM = Integer.getInteger("bench.warm", 250);
    private static final int TIMES = 60;
    private static final int SECONDS = Integer.getInteger("bench.seconds", 10);
    private static final Path FUSEKI = Path.of("target", "fuseki", "fuseki-server.jar");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record Side(String name, String address) {}

    @Test
    void sideBySide(@TempDir Path folder) throws Exception {
        int items = Integer.getInteger("bench.items", 5000);
        Path store = folder.resolve("store");
        ManyItems.into(store, items);
        Path copy = folder.resolve("copy");
        copy(store.resolve("graph"), copy);
        BenchReport report = new BenchReport("sparql", "SPARQL over HTTP beside Fuseki");
        Process fuseki = null;
        try (RunningService service =
                RunningService.start("-Dnewsreel.store=" + store, "-Xmx2g", "-XX:TieredStopAtLevel=4")) {
            int port = freePort();
            fuseki = fuseki(copy, port, folder);
            Side ours = new Side("Newsreel", service.url() + "sparql");
            Side theirs = new Side("Fuseki", "http://127.0.0.1:" + port + "/ds");
            await(theirs);
            List<String[]> facts = facts(ours);
            report.remark(
                    "%d items, %s quads; %d bindings of each query after %d to warm up, the two sides in turn, one client;"
                            + " then many clients with lookups for %d s a side, twice in turn. Processes of their own with"
                            + " 2 GB of heap each; Fuseki is the jar of its distribution as it comes.",
                    items, count(ours), TIMES, WARM, SECONDS);
            for (Question question : Question.ALL) {
                latency(question, facts, ours, theirs, report);
            }
            for (int clients : new int[] {1, 16, 64}) {
                double a = 0;
                double b = 0;
                for (int round = 0; round < 2; round++) {
                    a += throughput(clients, facts, ours) / 2;
                    b += throughput(clients, facts, theirs) / 2;
                }
                String what = clients + (clients == 1 ? " client" : " clients");
                report.compared(what, theirs.name(), b, "lookups/s", 1);
                report.compared(what, ours.name(), a, "lookups/s", a / b, "at least 1");
            }
        } finally {
            if (fuseki != null) {
                fuseki.destroy();
            }
        }
        report.write();
    }

    private void latency(Question question, List<String[]> facts, Side ours, Side theirs, BenchReport report)
            throws Exception {
        double[][] times = new double[2][TIMES];
        Random random = new Random(99);
        for (int i = -WARM; i < TIMES; i++) {
            String text = question.asked(facts, random);
            String[] answers = new String[2];
            // Who goes first changes from one query to the next.
            for (int turn = 0; turn < 2; turn++) {
                int side = (turn + i & 1) == 0 ? 0 : 1;
                long begun = System.nanoTime();
                answers[side] = send(side == 0 ? ours : theirs, text);
                if (i >= 0) {
                    times[side][i] = (System.nanoTime() - begun) / 1e6;
                }
            }
            if (question.limited()) {
                assertThat(answers[0].lines().count())
                        .as(question.name())
                        .isEqualTo(answers[1].lines().count());
            } else {
                assertThat(rows(answers[0])).as(question.name()).isEqualTo(rows(answers[1]));
            }
        }
        if (question.limited()) {
            requireTheSameRows(question, facts, ours, theirs);
        }
        Arrays.sort(times[0]);
        Arrays.sort(times[1]);
        int p95 = (int) (TIMES * 0.95);
        double median = times[0][TIMES / 2];
        double peer = times[1][TIMES / 2];
        report.compared(question.name() + ", median", theirs.name(), peer, "ms", 1);
        report.compared(
                question.name() + ", median",
                ours.name(),
                median,
                "ms",
                median / peer,
                question.lookup() ? "at most 0.7" : "at most 1");
        report.compared(question.name() + ", 95th percentile", theirs.name(), times[1][p95], "ms", 1);
        report.compared(
                question.name() + ", 95th percentile", ours.name(), times[0][p95], "ms", times[0][p95] / times[1][p95]);
    }

    /** A limit leaves either side its choice of rows, so all of them are compared, and the chosen ones with those. */
    private void requireTheSameRows(Question question, List<String[]> facts, Side ours, Side theirs) throws Exception {
        Random random = new Random(7);
        for (int i = 0; i < TIMES; i++) {
            String text = question.asked(facts, random);
            Map<String, Long> all = rows(send(ours, Question.unlimited(text)));
            assertThat(all).as(question.name()).isEqualTo(rows(send(theirs, Question.unlimited(text))));
            rows(send(ours, text))
                    .forEach((row, times) ->
                            assertThat(all.getOrDefault(row, 0L)).as(row).isGreaterThanOrEqualTo(times));
        }
    }

    /** Each row and how often it is there. */
    private static Map<String, Long> rows(String csv) {
        return csv.lines().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private double throughput(int clients, List<String[]> facts, Side side) throws Exception {
        AtomicLong done = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        List<Question> lookups = Question.ALL.stream().filter(Question::lookup).toList();
        List<Future<?>> asking = new ArrayList<>();
        for (int c = 0; c < clients; c++) {
            Random random = new Random(c);
            asking.add(threads.submit(() -> {
                while (System.nanoTime() < end) {
                    send(side, lookups.get(random.nextInt(lookups.size())).asked(facts, random));
                    done.incrementAndGet();
                }
                return null;
            }));
        }
        threads.shutdown();
        for (Future<?> client : asking) {
            // A client that was refused or failed makes the figure worthless.
            client.get(SECONDS * 3L, TimeUnit.SECONDS);
        }
        return done.get() / (double) SECONDS;
    }

    private String send(Side side, String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(side.address()))
                        .header("Content-Type", "application/sparql-query")
                        .header("Accept", "text/csv")
                        .POST(HttpRequest.BodyPublishers.ofString(query))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode())
                .as(() -> side.name() + ": " + answer.body())
                .isEqualTo(200);
        return answer.body();
    }

    private List<String[]> facts(Side side) throws Exception {
        String found = send(
                side,
                "PREFIX nr: <https://w3id.org/newsreel/ns#> SELECT ?s ?o { ?s nr:memberOf|nr:residence ?o } LIMIT 2000");
        return found.lines().skip(1).map(line -> line.split(",")).toList();
    }

    private String count(Side side) throws Exception {
        return send(side, "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")
                .lines()
                .toList()
                .get(1);
    }

    private void await(Side side) throws Exception {
        for (int i = 0; ; i++) {
            try {
                send(side, "ASK {}");
                return;
            } catch (ConnectException e) {
                if (i == 100) {
                    throw e;
                }
                TimeUnit.MILLISECONDS.sleep(300);
            }
        }
    }

    /** As its distribution's script starts it, with settings of its own. */
    private static Process fuseki(Path graph, int port, Path folder) throws IOException {
        assertThat(FUSEKI).as("the profile bench fetches it").exists();
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-jar",
                        FUSEKI.toAbsolutePath().toString(),
                        "--localhost",
                        "--port=" + port,
                        "--tdb2",
                        "--loc=" + graph,
                        "/ds"))
                // Where it makes its own directories.
                .directory(Files.createDirectories(folder.resolve("fuseki")).toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("fuseki.log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(files::add);
        }
        for (Path file : files) {
            Path there = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(there);
            } else if (!file.getFileName().toString().equals("tdb.lock")) {
                Files.copy(file, there);
            }
        }
    }
}
