package org.newsreel.extraction.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hashes of a model directory's files, in {@code SHA256SUMS} as {@code sha256sum} writes and checks it.
 *
 * @param directory where the files are
 * @param hashes lower-case hexadecimal by file name
 */
public record ModelManifest(Path directory, Map<String, String> hashes) {
    /** Name of the manifest. */
    public static final String FILE = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  ([^/]+)");

    public ModelManifest {
        hashes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(hashes));
    }

    /**
     * Reads a directory's manifest.
     *
     * @throws IllegalArgumentException in one sentence when there is none or it is damaged
     */
    public static ModelManifest read(Path directory) {
        Path file = directory.resolve(FILE);
        Map<String, String> hashes = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                Matcher matcher = LINE.matcher(line);
                if (!matcher.matches()) {
                    throw new IllegalArgumentException("The file " + file + " has a line that is no hash and name.");
                }
                hashes.put(matcher.group(2), matcher.group(1));
            }
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(
                    "There is no model in " + directory + ": it has no file " + FILE + ".", e);
        } catch (IOException e) {
            throw new IllegalArgumentException("The file " + file + " can't be read.", e);
        }
        return new ModelManifest(directory, hashes);
    }

    /** Hashes files and writes the manifest. */
    public static void write(Path directory, List<String> files) {
        List<String> lines = new ArrayList<>();
        try {
            for (String file : files) {
                lines.add(hash(directory.resolve(file)) + "  " + file);
            }
            Files.write(directory.resolve(FILE), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + directory.resolve(FILE) + " can't be written.", e);
        }
    }

    /** The hash that a file should have. */
    public String sha256(String file) {
        String hash = hashes.get(file);
        if (hash == null) {
            throw new IllegalArgumentException("The file " + directory.resolve(FILE) + " does not name " + file + ".");
        }
        return hash;
    }

    /**
     * Compares every file with its hash.
     *
     * @throws IllegalArgumentException in one sentence naming the first file that is missing or different
     */
    public void verify() {
        hashes.forEach((name, expected) -> {
            Path file = directory.resolve(name);
            String actual;
            try {
                actual = hash(file);
            } catch (NoSuchFileException e) {
                throw new IllegalArgumentException("The model file " + file + " is missing.", e);
            } catch (IOException e) {
                throw new IllegalArgumentException("The model file " + file + " can't be read.", e);
            }
            if (!actual.equals(expected)) {
                throw new IllegalArgumentException("The model file " + file + " is damaged: its SHA-256 is " + actual
                        + " instead of " + expected + ".");
            }
        });
    }

    private static String hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            DigestInputStream digest = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"));
            digest.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
