package org.newsreel.api.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.ontology.bench.BenchReport;

/**
 * The same queries with the same bindings, in turn, to the service and to a Fuseki 5.6.0 server in processes of their own
 * with the same heap, over copies of one store; then many clients at once.
 * {@code -Dbench.items=N} says how large the store is (1,000 items are about 150,000 quads).
 */
@Tag("bench")
class SparqlBenchIT {
    private static final int WARM = 30;
    private static final int TIMES = 60;
    private static final int SECONDS = 10;

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
            fuseki = fuseki(copy, port, folder.resolve("fuseki.log"));
            Side ours = new Side("Newsreel", service.url() + "sparql");
            Side theirs = new Side("Fuseki", "http://127.0.0.1:" + port + "/ds");
            await(theirs);
            List<String[]> facts = facts(ours);
            report.remark(
                    "%d items, %s quads; %d bindings of each query after %d to warm up, the two sides in turn, one client;"
                            + " then many clients with lookups for %d s. Processes of their own with 2 GB of heap each.",
                    items, count(ours), TIMES, WARM, SECONDS);
            for (Question question : Question.ALL) {
                latency(question, facts, ours, theirs, report);
            }
            for (int clients : new int[] {1, 16, 64}) {
                double a = throughput(clients, facts, ours);
                double b = throughput(clients, facts, theirs);
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
            assertThat(answer(question, answers[0])).as(question.name()).isEqualTo(answer(question, answers[1]));
        }
        Arrays.sort(times[0]);
        Arrays.sort(times[1]);
        double median = times[0][TIMES / 2];
        double peer = times[1][TIMES / 2];
        int p95 = (int) (TIMES * 0.95);
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

    /** The rows in an order of their own, or how many there are where a limit may leave either side others. */
    private static Object answer(Question question, String csv) {
        List<String> rows = csv.lines().sorted().toList();
        return question.text().contains("LIMIT") ? rows.size() : rows;
    }

    private double throughput(int clients, List<String[]> facts, Side side) throws Exception {
        AtomicLong done = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        List<Question> lookups = Question.ALL.stream().filter(Question::lookup).toList();
        for (int c = 0; c < clients; c++) {
            Random random = new Random(c);
            threads.submit(() -> {
                while (System.nanoTime() < end) {
                    send(side, lookups.get(random.nextInt(lookups.size())).asked(facts, random));
                    done.incrementAndGet();
                }
                return null;
            });
        }
        threads.shutdown();
        assertThat(threads.awaitTermination(SECONDS * 3L, TimeUnit.SECONDS)).isTrue();
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

    private static Process fuseki(Path graph, int port, Path log) throws IOException {
        // Its lines for every request would be a handicap.
        Path quiet = log.resolveSibling("logging.properties");
        Files.writeString(quiet, ".level=SEVERE\n", StandardCharsets.UTF_8);
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-Djava.util.logging.config.file=" + quiet,
                        // Else Fuseki sets up Log4j, which is not on this class path.
                        "-Dlog4j2.configurationFile=none",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
                        "--localhost",
                        "--port=" + port,
                        "--tdb2",
                        "--loc=" + graph,
                        "/ds"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
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
