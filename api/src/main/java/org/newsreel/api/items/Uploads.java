package org.newsreel.api.items;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.newsreel.api.jobs.Jobs;
import org.newsreel.api.jobs.NewJob;
import org.newsreel.api.service.Problem;
import org.newsreel.api.service.ServiceConfig;

/** Puts what came in into the spool and makes a job of it. Thread safe. */
@Singleton
class Uploads {
    private static final int LONGEST_KEY = 255;

    private final Jobs jobs;
    private final ServiceConfig config;

    @Inject
    Uploads(Jobs jobs, ServiceConfig config) {
        this.jobs = jobs;
        this.config = config;
    }

    /**
     * @param sent the files, whose bytes are copied
     * @param fields what the form says about the item
     * @param keyId whose upload it is
     * @param idempotencyKey the sender's name for this request, or null
     */
    Jobs.Submitted take(List<UploadedFile> sent, Map<String, String> fields, String keyId, String idempotencyKey) {
        int most = config.upload().maxFiles();
        if (sent.size() > most) {
            throw Problem.exception(
                    413, "The request has more than " + most + " files, the most that is taken: send less at a time.");
        }
        long bytes = sent.stream().mapToLong(UploadedFile::bytes).sum();
        long mostBytes = config.upload().maxBytes().asLongValue();
        if (bytes > mostBytes) {
            throw new WebApplicationException(Problem.tooLarge(mostBytes).response());
        }
        Optional<String> name =
                Optional.ofNullable(idempotencyKey).map(String::strip).filter(k -> !k.isEmpty());
        if (name.filter(k -> k.length() > LONGEST_KEY).isPresent()) {
            throw Problem.exception(400, "The Idempotency-Key may have at most " + LONGEST_KEY + " characters.");
        }
        jobs.requireRoom(bytes);
        UploadLayout layout = UploadLayout.of(sent, fields);
        UUID id = UUID.randomUUID();
        boolean kept = false;
        try {
            String fingerprint = write(layout, jobs.directory(id));
            Jobs.Submitted submitted = jobs.submit(new NewJob(id, keyId, name, fingerprint, sent.size(), bytes));
            kept = !submitted.replayed();
            return submitted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (!kept) {
                jobs.discard(id);
            }
        }
    }

    /** Writes the files under our names and returns the hash over all of them. */
    private static String write(UploadLayout layout, Path directory) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (Map.Entry<String, UploadedFile> file : layout.files().entrySet()) {
            hashes.put(file.getKey(), copy(file.getValue().file(), directory.resolve(file.getKey())));
        }
        for (Map.Entry<String, ObjectNode> json : layout.json().entrySet()) {
            hashes.put(json.getKey(), json.getValue().toString());
        }
        String fingerprint =
                HexFormat.of().formatHex(sha256().digest(hashes.toString().getBytes(StandardCharsets.UTF_8)));
        if (!layout.hasId()) {
            // The same files sent again are the same item.
            layout.nameItem("upload-" + fingerprint.substring(0, 16));
        }
        for (String name : layout.json().keySet()) {
            Files.write(directory.resolve(name), layout.bytes(name));
        }
        return fingerprint;
    }

    private static String copy(Path from, Path to) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(from);
                OutputStream out = new DigestOutputStream(Files.newOutputStream(to), digest)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
