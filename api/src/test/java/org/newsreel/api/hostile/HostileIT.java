package org.newsreel.api.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.lib.StrUtils;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.riot.out.NodeFmtLib;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsreel.api.fixture.Documents;
import org.newsreel.api.fixture.MadeStore;
import org.newsreel.api.fixture.RunningService;
import org.newsreel.api.fixture.ScriptedWorker;
import org.newsreel.api.keys.KeyFile;
import org.newsreel.api.keys.Scope;
import org.newsreel.kg.store.KnowledgeStore;

/**
 * Every request of {@code hostile/requests.http} gets its refusal, as a problem that says what to change, asks nobody
 * else, and leaves the store exactly as it was.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileIT {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    private static final int MILLIS = 30_000;
    private static final int LEAST = 60;

    @TempDir
    private static Path folder;

    private final List<String> trapped = Collections.synchronizedList(new ArrayList<>());
    private HttpServer trap;
    private MadeStore made;
    private String before;
    private RunningService service;
    private Map<String, String> values;

    static Stream<HostileRequest> requests() {
        return HostileRequest.all().stream();
    }

    @BeforeAll
    void start() throws Exception {
        made = MadeStore.in(folder);
        before = graph();
        String reader =
                KeyFile.in(made.directory()).create("reader", Scope.READ).secret();
        trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        trap.createContext("/", exchange -> {
            trapped.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        trap.start();
        values = Map.of(
                "admin",
                RunningService.KEY,
                "reader",
                reader,
                "video",
                made.video(),
                "trap",
                "127.0.0.1:" + trap.getAddress().getPort());
        service = RunningService.start(
                "-Dnewsreel.store=" + made.directory(),
                "-Dnewsreel.api-key=" + RunningService.KEY,
                "-Dnewsreel.query-timeout=2s",
                "-Dnewsreel.max-body-size=2M",
                // Another host is allowed, so that it is the list that refuses, and not the switch.
                "-Dnewsreel.federation-hosts=example.invalid",
                ScriptedWorker.option());
    }

    @AfterAll
    void nothingHasChangedAndNobodyWasAsked() throws Exception {
        assertThat(status(send("GET /q/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII))))
                .as("the service lives on")
                .isEqualTo(200);
        assertThat(jobs()).as("jobs made").contains("\"total\":0");
        service.close();
        trap.stop(0);
        assertThat(trapped).as("requests that the service made").isEmpty();
        assertThat(graph()).as("hash of all quads").isEqualTo(before);
        assertThat(Files.list(made.directory().resolve("spool/incoming"))).isEmpty();
    }

    @Test
    void theListIsLong() {
        assertThat(HostileRequest.all()).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(HostileRequest.all()).extracting(HostileRequest::what).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void isRefused(HostileRequest request) throws Exception {
        String answer =
                send(request.bytes("127.0.0.1:" + URI.create(service.url()).getPort(), values));
        assertThat(request.expected()).as(() -> shown(answer)).contains(status(answer));
        if (!request.bare() && !request.head().startsWith("HEAD")) {
            assertThat(answer).contains("application/problem+json");
            assertThat(answer).containsPattern("\"detail\":\"[^\"]{10,}");
        }
        if (status(answer) == 503) {
            assertThat(answer).containsIgnoringCase("retry-after: ");
        }
        assertThat(answer)
                .doesNotContain("Exception")
                .doesNotContain("\tat ")
                .doesNotContain(made.directory().toString());
    }

    private static String shown(String answer) {
        return answer.length() > 1500 ? answer.substring(0, 1500) : answer;
    }

    private static int status(String answer) {
        Matcher matcher = STATUS.matcher(answer);
        return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : -1;
    }

    private String send(byte[] request) throws IOException {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(service.url()).getPort())) {
            socket.setSoTimeout(MILLIS);
            Thread writer = new Thread(() -> {
                try {
                    OutputStream out = socket.getOutputStream();
                    out.write(request);
                    out.flush();
                } catch (IOException e) {
                    // The service may answer and close before it has read all; the answer tells.
                }
            });
            writer.start();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                InputStream in = socket.getInputStream();
                byte[] buffer = new byte[8192];
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    answer.write(buffer, 0, n);
                }
            } catch (IOException e) {
                // Reset behind the answer, because of what was still on its way.
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private String jobs() throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(service.url() + "api/jobs"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** SHA-256 over all quads as sorted N-Quads. */
    private String graph() {
        try (KnowledgeStore store = KnowledgeStore.openExisting(made.directory())) {
            Dataset dataset = store.dataset();
            dataset.begin(ReadWrite.READ);
            try {
                TreeSet<String> lines = new TreeSet<>();
                dataset.asDatasetGraph()
                        .find()
                        .forEachRemaining(quad -> lines.add(NodeFmtLib.strNodesNT(
                                quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph())));
                return Documents.sha256(StrUtils.strjoinNL(List.copyOf(lines)).getBytes(StandardCharsets.UTF_8));
            } finally {
                dataset.end();
            }
        }
    }
}
