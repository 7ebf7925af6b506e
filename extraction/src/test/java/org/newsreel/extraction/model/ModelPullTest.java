package org.newsreel.extraction.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.extraction.media.Sha256;

class ModelPullTest {
    private static final String WEIGHTS = "model.safetensors";
    private static final String BASE = "/someone/tiny/resolve/abc/";

    @TempDir
    private Path models;

    private final Map<String, byte[]> served = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private HttpServer server;
    private int breakAfter = 1 << 30;
    private byte[] weights;

    @BeforeEach
    void serve() throws IOException {
        Path source =
                TinyCheckpoints.write(models.resolve("source"), TinyCheckpoints.bert(), TinyCheckpoints.bertJson());
        weights = Files.readAllBytes(source.resolve(WEIGHTS));
        served.put(BASE + WEIGHTS, weights);
        served.put(BASE + "config.json", Files.readAllBytes(source.resolve("config.json")));
        served.put(BASE + "tokenizer.json", "{}".getBytes(StandardCharsets.UTF_8));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String range = exchange.getRequestHeaders().getFirst("Range");
        asked.add(path.substring(path.lastIndexOf('/') + 1) + (range == null ? "" : " " + range));
        byte[] content = served.get(path);
        if (content == null) {
            exchange.sendResponseHeaders(404, -1);
        } else {
            int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
            if (from >= content.length) {
                exchange.sendResponseHeaders(416, -1);
            } else {
                exchange.sendResponseHeaders(range == null ? 200 : 206, content.length - from);
                int to = Math.min(content.length, from + breakAfter);
                exchange.getResponseBody().write(content, from, to - from);
                exchange.getResponseBody().flush();
            }
        }
        exchange.close();
    }

    private PublishedModel model(String sha256) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("config.json", "");
        files.put("tokenizer.json", "");
        files.put(WEIGHTS, sha256);
        return new PublishedModel("tiny", "a test", "MIT", "someone/tiny", Optional.of("abc"), files);
    }

    private ModelPull pull() {
        return new ModelPull(
                URI.create("http://localhost:" + server.getAddress().getPort() + "/"), models, said::add);
    }

    @Test
    void aModelIsFetchedCheckedListedAndLoadable() {
        Path directory = pull().pull(model(Sha256.of(weights)));

        assertThat(directory).isEqualTo(models.resolve("tiny"));
        assertThat(models.resolve("tiny.partial")).doesNotExist();
        assertThat(PublishedCheckpoint.open(directory).family()).isEqualTo(Family.BERT);
        ModelCard card = new ModelDirectory(models).info("tiny").orElseThrow();
        assertThat(card.licence()).isEqualTo("MIT");
        assertThat(card.sha256()).isEqualTo(Sha256.of(weights));
        assertThat(said)
                .anyMatch(s -> s.startsWith("The hash of config.json was not known beforehand"))
                .noneMatch(s -> s.startsWith("The hash of " + WEIGHTS));
        asked.clear();
        pull().pull(model(Sha256.of(weights)));
        assertThat(asked).isEmpty();
    }

    @Test
    void whatWasBrokenOffGoesOn() {
        breakAfter = 1000;
        assertThatThrownBy(() -> pull().pull(model(Sha256.of(weights))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broke off")
                .hasMessageContaining("goes on from there");
        assertThat(models.resolve("tiny")).doesNotExist();
        breakAfter = 1 << 30;
        asked.clear();
        Path directory = pull().pull(model(Sha256.of(weights)));
        assertThat(asked).containsExactly(WEIGHTS + " bytes=1000-");
        assertThat(directory.resolve(WEIGHTS)).hasBinaryContent(weights);
    }

    @Test
    void aLeftoverThatIsTooLongIsFetchedAnew() throws IOException {
        Path part = models.resolve("tiny.partial").resolve(WEIGHTS + ".part");
        Files.createDirectories(part.getParent());
        Files.write(part, Arrays.copyOf(weights, weights.length + 5));
        assertThat(pull().pull(model(Sha256.of(weights))).resolve(WEIGHTS)).hasBinaryContent(weights);
    }

    @Test
    void anotherFileThanThePublishedOneIsRefusedAndNotKept() {
        String other = Sha256.of(new byte[0]);
        assertThatThrownBy(() -> pull().pull(model(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The file " + WEIGHTS + " of tiny has SHA-256 " + Sha256.of(weights) + " instead of "
                        + other + ", so it is not the published one.");
        assertThat(models.resolve("tiny")).doesNotExist();
        assertThat(models.resolve("tiny.partial").resolve(WEIGHTS + ".part")).doesNotExist();
    }

    @Test
    void whereNoHubAnswersTheSentenceSaysWhatToPutWhere() throws IOException {
        server.stop(0);
        assertThatThrownBy(() -> pull().pull(model("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No hub answers at http://localhost")
                .hasMessageContaining("put config.json, tokenizer.json, " + WEIGHTS
                        + " of someone/tiny at revision abc into " + models.resolve("tiny"));
        // So done:
        TinyCheckpoints.write(models.resolve("tiny"), TinyCheckpoints.bert(), TinyCheckpoints.bertJson());
        pull().pull(model(Sha256.of(weights)));
        assertThat(ModelManifest.read(models.resolve("tiny")).sha256(WEIGHTS)).isEqualTo(Sha256.of(weights));
    }

    @Test
    void aFileThatTheHubLacksIsNamed() {
        served.remove(BASE + WEIGHTS);
        assertThatThrownBy(() -> pull().pull(model("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("answers 404 for")
                .hasMessageContaining(BASE + WEIGHTS)
                .hasMessageContaining("pytorch_model.bin");
    }

    @Test
    void everyKnownModelNamesItsFiles() {
        assertThat(PublishedModel.all()).hasSize(10).allSatisfy(model -> {
            assertThat(model.files()).containsKey(WEIGHTS);
            assertThat(model.files().values()).allMatch(hash -> hash.matches("|[0-9a-f]{64}"));
            assertThat(model.revision().orElse("0".repeat(40))).matches("[0-9a-f]{40}");
            assertThat(PublishedModel.of(model.name())).contains(model);
        });
    }
}
