package org.newsreel.kg.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies of videos and pictures, each under the SHA-256 of its bytes. A copy is there whole or not at all: it is written
 * beside its place, forced to disk and then renamed. Thread safe.
 */
public final class MediaArchive {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final String PART = ".part";
    /** An empty file beside a copy that says the copy was made, so that its loss can be told from never having been. */
    private static final String KEPT = ".kept";

    private final Path directory;

    MediaArchive(Path directory) throws IOException {
        this.directory = directory;
        Files.createDirectories(directory);
        for (Path path : entries()) {
            if (path.toString().endsWith(PART)) {
                Files.deleteIfExists(path);
            }
        }
    }

    /**
     * Copies a file into the archive; one that is there already is left alone.
     *
     * @throws IllegalArgumentException when the file's bytes have another hash: it changed since it was read
     * @throws StoreException when the disk is full or can't be written
     */
    public void add(Path file, String sha256) {
        Path target = place(sha256);
        if (Files.isRegularFile(target)) {
            return;
        }
        try {
            Files.createDirectories(target.getParent());
            Path part = Files.createTempFile(target.getParent(), sha256, PART);
            try {
                String found;
                try (OutputStream out = Files.newOutputStream(part)) {
                    found = hash(file, out);
                }
                if (!found.equals(sha256)) {
                    throw new IllegalArgumentException(
                            file + " changed while it was read: leave the file alone and ingest the item again");
                }
                StoreFiles.force(part);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
            Path kept = kept(sha256);
            if (!Files.exists(kept)) {
                Files.createFile(kept);
            }
            StoreFiles.force(target.getParent());
            StoreFiles.force(directory);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + " is gone: put it back and ingest the item again", e);
        } catch (IOException e) {
            throw Failures.of(directory, e);
        }
    }

    /** The copy with this hash. */
    public Optional<Path> find(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            return Optional.empty();
        }
        Path place = place(sha256);
        return Files.isRegularFile(place) ? Optional.of(place) : Optional.empty();
    }

    /** Whether a copy was made and never removed by {@link #remove}. */
    boolean wasKept(String sha256) {
        return Files.exists(kept(sha256));
    }

    /** Removes a copy and all memory of it. */
    void remove(String sha256) throws IOException {
        Files.deleteIfExists(kept(sha256));
        Files.deleteIfExists(place(sha256));
    }

    /** The hashes of all copies. */
    List<String> hashes() throws IOException {
        return entries().stream()
                .map(path -> path.getFileName().toString())
                .filter(name -> SHA256.matcher(name).matches())
                .sorted()
                .toList();
    }

    /** Whether the copy still has the bytes it is named after. */
    boolean isIntact(String sha256) throws IOException {
        return hash(place(sha256), OutputStream.nullOutputStream()).equals(sha256);
    }

    private List<Path> entries() throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(directory, 2)) {
            paths.filter(Files::isRegularFile).forEach(files::add);
        }
        return files;
    }

    private Path place(String sha256) {
        if (!SHA256.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 is 64 lower-case hexadecimal digits but this is " + sha256);
        }
        return directory.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private Path kept(String sha256) {
        return place(sha256).resolveSibling(sha256 + KEPT);
    }

    private static String hash(Path file, OutputStream copy) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(copy);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
