package org.newsreel.api.w3c;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.kg.store.KnowledgeStore;

/**
 * Runs every test of the suites. A test that the service is known not to pass is named in {@code exceptions.tsv} with the
 * reason, and must really fail: the list can't grow stale. Writes {@code target/w3c.md}.
 */
@Tag("w3c")
class W3cIT {
    private static final Path TESTS = Path.of(System.getProperty("w3c.tests", "../../shared/data/rdf-tests"));

    private static final Map<String, int[]> COUNTS = new TreeMap<>();
    private static final List<String> FAILED = new ArrayList<>();

    private static RunningService service;
    private static Map<String, String> exceptions;

    @TempDir
    static Path folder;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.isDirectory(TESTS), "no W3C tests at " + TESTS + ": name them with -Dw3c.tests=DIR");
        exceptions = exceptions();
        Path store = folder.resolve("store");
        KnowledgeStore.open(store).close();
        service = RunningService.start("-Dnewsreel.store=" + store, "-Dnewsreel.api-key=" + RunningService.KEY);
    }

    @AfterAll
    static void stop() throws IOException {
        if (service != null) {
            service.close();
            Files.writeString(Path.of("target", "w3c.md"), report());
        }
    }

    @TestFactory
    Stream<DynamicTest> everyTestPassesOrIsAListedException() {
        Endpoint endpoint = Endpoint.at(service.url());
        return Suites.below(TESTS).stream()
                .filter(W3cIT::applies)
                .map(test -> DynamicTest.dynamicTest(test.id(), () -> run(endpoint, test)));
    }

    /**
     * http-rdf-update is graph-store-protocol's forerunner with the same tests. Entailment is a matter of stores that
     * reason, which this one does not.
     */
    private static boolean applies(W3cTest test) {
        return !test.suite().endsWith("http-rdf-update") && !test.suite().endsWith("entailment");
    }

    private static void run(Endpoint endpoint, W3cTest test) {
        int[] counts = COUNTS.computeIfAbsent(test.suite(), s -> new int[2]);
        try {
            dispatch(endpoint, test);
            counts[0]++;
        } catch (AssertionError | RuntimeException e) {
            counts[1]++;
            if (!exceptions.containsKey(test.id())) {
                FAILED.add(test.id() + "\t" + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
                throw e;
            }
            return;
        }
        assertThat(exceptions).as("a test that passes is no exception").doesNotContainKey(test.id());
    }

    private static void dispatch(Endpoint endpoint, W3cTest test) {
        switch (test.type()) {
            case "QueryEvaluationTest", "CSVResultFormatTest" -> new Evaluation(endpoint).query(test);
            case "UpdateEvaluationTest" -> new Evaluation(endpoint).update(test);
            case "ProtocolTest", "GraphStoreProtocolTest" -> new Conversation(endpoint).hold(test);
            case "ServiceDescriptionTest" -> new Description(endpoint).check(test);
            default -> {
                assertThat(test.type()).contains("SyntaxTest");
                new SyntaxChecks(endpoint).check(test);
            }
        }
    }

    private static Map<String, String> exceptions() throws IOException {
        Map<String, String> map = new LinkedHashMap<>();
        try (InputStream in = W3cIT.class.getResourceAsStream("/w3c/exceptions.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("//")) {
                    String[] cells = line.split("\t", 2);
                    map.put(cells[0], cells[1]);
                }
            }
        }
        return map;
    }

    private static String report() {
        StringBuilder text = new StringBuilder("| suite | passed | not passed |\n| --- | --- | --- |\n");
        int passed = 0;
        int not = 0;
        for (Map.Entry<String, int[]> suite : COUNTS.entrySet()) {
            passed += suite.getValue()[0];
            not += suite.getValue()[1];
            text.append("| ")
                    .append(suite.getKey())
                    .append(" | ")
                    .append(suite.getValue()[0])
                    .append(" | ")
                    .append(suite.getValue()[1])
                    .append(" |\n");
        }
        text.append("| all | ").append(passed).append(" | ").append(not).append(" |\n");
        FAILED.forEach(f -> text.append("\n- ").append(f));
        return text.append('\n').toString();
    }
}
