package org.newsreel.api.keys;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The keys of a store, in {@code keys.json} in its directory, for its owner's eyes alone. A file rather than a table of
 * the jobs' database, because H2 lets one process in at a time and keys are made while the service runs.
 *
 * <p>A key is 256 random bits, so its plain SHA-256 can't be turned back by guessing; the slow hashes that passwords need
 * would only cost every request time. Each change writes the file anew and renames it, under a lock, so readers see the
 * old keys or the new ones. Thread safe, and safe between processes.
 */
public final class KeyFile {
    private static final String PREFIX = "nr_";
    private static final int SECRET_BYTES = 32;
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;
    private final Clock clock;

    private record Keys(@JsonProperty("keys") List<StoredKey> keys) {}

    private KeyFile(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** The keys of the store in this directory; the file appears with the first key. */
    public static KeyFile in(Path store) {
        return new KeyFile(store.resolve("keys.json"), Clock.systemUTC());
    }

    /** Where the keys are. */
    public Path file() {
        return file;
    }

    /**
     * All keys, the revoked too, oldest first.
     *
     * @throws UncheckedIOException with one sentence when the file can't be read
     */
    public List<StoredKey> list() {
        try {
            return JSON.readValue(Files.readAllBytes(file), Keys.class).keys();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    new IOException(file + " can't be read as API keys: repair it, or remove it to begin anew.", e));
        }
    }

    /** Makes a key. */
    public NewKey create(String name, Scope scope) {
        SecureRandom random = new SecureRandom();
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        byte[] idBytes = new byte[4];
        random.nextBytes(idBytes);
        String id = HexFormat.of().formatHex(idBytes);
        String key = PREFIX + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        StoredKey stored = new StoredKey(id, name, scope, sha256(key), now(), Optional.empty());
        change(keys -> {
            List<StoredKey> more = new ArrayList<>(keys);
            more.add(stored);
            return more;
        });
        return new NewKey(key, stored);
    }

    /**
     * Makes a key useless from now on.
     *
     * @param id its id, or its name when only one key that holds is called so
     * @return the key, or empty when none that holds is meant by this
     * @throws IllegalArgumentException when several keys have the name
     */
    public Optional<StoredKey> revoke(String id) {
        List<StoredKey> meant = list().stream()
                .filter(StoredKey::holds)
                .filter(key -> key.id().equals(id) || key.name().equals(id))
                .toList();
        if (meant.size() > 1) {
            throw new IllegalArgumentException(
                    meant.size() + " keys are called " + id + ": give the id that \"newsreel keys list\" shows.");
        }
        if (meant.isEmpty()) {
            return Optional.empty();
        }
        String chosen = meant.get(0).id();
        change(keys -> keys.stream()
                .map(key -> key.id().equals(chosen) && key.holds() ? key.revokedAt(now()) : key)
                .toList());
        return list().stream().filter(key -> key.id().equals(chosen)).findFirst();
    }

    /** The key among these that somebody sent, if it holds. Takes the same time however much of it is right. */
    static Optional<StoredKey> find(List<StoredKey> keys, String sent) {
        byte[] hash = sha256(sent).getBytes(StandardCharsets.US_ASCII);
        Optional<StoredKey> found = Optional.empty();
        for (StoredKey key : keys) {
            if (MessageDigest.isEqual(hash, key.sha256().getBytes(StandardCharsets.US_ASCII)) && key.holds()) {
                found = Optional.of(key);
            }
        }
        return found;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void change(UnaryOperator<List<StoredKey>> change) {
        Path lockFile = file.resolveSibling("keys.lock");
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            write(change.apply(list()));
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(
                    file + " can't be written (" + e.getMessage() + "): make the store's directory writable.", e));
        }
    }

    private void write(List<StoredKey> keys) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.write(java.nio.ByteBuffer.wrap(JSON.writeValueAsBytes(new Keys(keys))));
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String sha256(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
