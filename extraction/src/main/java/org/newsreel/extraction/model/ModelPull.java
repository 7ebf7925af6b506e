package org.newsreel.extraction.model;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.newsreel.extraction.media.Sha256;

/**
 * Fetches published checkpoints from a hub into a directory of models. Files arrive in {@code NAME.partial}; what was
 * broken off goes on where it stopped; when all are there and have the right hashes, the directory gets its name in one
 * step, so that a model is whole or absent.
 */
public final class ModelPull {
    /** The hub that publishers use. */
    public static final URI HUB = URI.create("https://huggingface.co");

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String DESCRIPTION = "model.json";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PARTIAL = 206;
    private static final int OK = 200;
    private static final int NO_SUCH_RANGE = 416;
    private static final int NOT_FOUND = 404;

    private final URI hub;
    private final Path models;
    private final Consumer<String> progress;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build();

    /**
     * Pulls into a directory of models.
     *
     * @param hub serves {@code /REPOSITORY/resolve/REVISION/FILE}
     * @param progress gets a sentence for each step
     */
    public ModelPull(URI hub, Path models, Consumer<String> progress) {
        this.hub = hub;
        this.models = models;
        this.progress = progress;
    }

    /**
     * Fetches a model, or takes in files of it that someone put into its directory.
     *
     * @return the model's directory
     * @throws IllegalArgumentException in one sentence when the hub can't be reached or lacks a file, or a file is not the
     *     published one
     */
    public Path pull(PublishedModel model) {
        Path directory = models.resolve(model.name());
        if (Files.exists(directory.resolve(ModelManifest.FILE))) {
            ModelManifest.read(directory).verify();
            progress.accept(model.name() + " is here already.");
            return directory;
        }
        Path weights = directory.resolve(PublishedCheckpoint.WEIGHTS);
        try {
            if (Files.exists(weights)) {
                check(model, weights, PublishedCheckpoint.WEIGHTS);
                describe(model, directory);
                progress.accept("Took " + directory + " in as it was found.");
                return directory;
            }
            if (Files.exists(directory)) {
                throw new IllegalArgumentException("The directory " + directory + " is there without the file "
                        + PublishedCheckpoint.WEIGHTS + "; " + byHand(model) + ".");
            }
            Path partial = models.resolve(model.name() + ".partial");
            Files.createDirectories(partial);
            for (String file : model.files().keySet()) {
                fetch(model, file, partial);
            }
            describe(model, partial);
            move(partial, directory);
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The model " + model.name() + " can't be kept in " + models + ": " + e.getMessage() + ".", e);
        }
    }

    private void fetch(PublishedModel model, String file, Path partial) throws IOException {
        Path whole = partial.resolve(file);
        if (Files.exists(whole)) {
            return;
        }
        Path part = partial.resolve(file + ".part");
        long have = Files.exists(part) ? Files.size(part) : 0;
        URI address = URI.create(hub.toString().replaceAll("/+$", "") + "/" + model.repository() + "/resolve/"
                + model.revision().orElse("main") + "/" + file);
        HttpResponse<InputStream> answer = ask(model, address, have);
        if (answer.statusCode() == NO_SUCH_RANGE) {
            // All of it is here, or another file is there now: the hash tells, or the next try begins anew.
            answer.body().close();
            Files.delete(part);
            answer = ask(model, address, 0);
            have = 0;
        }
        boolean onwards = answer.statusCode() == PARTIAL;
        try (InputStream in = answer.body()) {
            if (answer.statusCode() != OK && !onwards) {
                throw new IllegalArgumentException("The hub answers " + answer.statusCode() + " for " + address + "; "
                        + (answer.statusCode() == NOT_FOUND ? pickled(file) : "") + byHand(model) + ".");
            }
            progress.accept((onwards ? "Going on with " : "Fetching ") + address);
            try (OutputStream out = Files.newOutputStream(
                    part,
                    StandardOpenOption.CREATE,
                    onwards ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING)) {
                in.transferTo(out);
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "The hub broke off in " + address + " after " + Files.size(part)
                            + " bytes; the same command goes on from there.",
                    e);
        }
        long expected = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
        long wanted = expected + (onwards ? have : 0);
        if (expected >= 0 && Files.size(part) != wanted) {
            throw new IllegalArgumentException("The hub broke off in " + address + " after " + Files.size(part) + " of "
                    + wanted + " bytes; the same command goes on from there.");
        }
        try {
            check(model, part, file);
        } catch (IllegalArgumentException e) {
            Files.delete(part);
            throw e;
        }
        Files.move(part, whole);
    }

    private HttpResponse<InputStream> ask(PublishedModel model, URI address, long from) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE.multipliedBy(3));
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new IllegalArgumentException("No hub answers at " + hub + "; " + byHand(model) + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking for " + address, e);
        }
    }

    private void check(PublishedModel model, Path path, String file) throws IOException {
        String known = model.files().getOrDefault(file, "");
        String seen = Sha256.of(path);
        if (known.isEmpty()) {
            progress.accept("The hash of " + file + " was not known beforehand; " + seen + " is recorded beside it.");
        } else if (!known.equals(seen)) {
            throw new IllegalArgumentException("The file " + file + " of " + model.name() + " has SHA-256 " + seen
                    + " instead of " + known + ", so it is not the published one.");
        }
    }

    /** What a person can do where no hub can be reached. */
    private String byHand(PublishedModel model) {
        return "put " + String.join(", ", model.files().keySet()) + " of " + model.repository()
                + model.revision().map(r -> " at revision " + r).orElse("") + " into "
                + models.resolve(model.name()) + " and give the same command again";
    }

    private static String pickled(String file) {
        return file.equals(PublishedCheckpoint.WEIGHTS)
                ? "if its publisher has pytorch_model.bin alone, save that as " + file + "; or "
                : "";
    }

    private static void describe(PublishedModel model, Path directory) throws IOException {
        Map<String, String> description = new LinkedHashMap<>();
        description.put("role", model.role());
        description.put("licence", model.licence());
        description.put("repository", model.repository());
        model.revision().ifPresent(revision -> description.put("revision", revision));
        MAPPER.writerWithDefaultPrettyPrinter()
                .writeValue(directory.resolve(DESCRIPTION).toFile(), description);
        List<String> files = new ArrayList<>();
        for (String file : model.files().keySet()) {
            if (Files.exists(directory.resolve(file))) {
                files.add(file);
            }
        }
        ModelManifest.write(directory, files);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }
}
