package org.newsreel.extraction.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.media.Sha256;

/**
 * The version of an item: a hash over everything in it that a reader of the graph could see changed. Where the item lies
 * and how its text was encoded do not count.
 */
final class ItemVersion {
    private final MessageDigest digest;

    private ItemVersion() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** {@code sha256:} and 64 hexadecimal digits. Reads every media and subtitle file once. */
    static String of(ItemFields fields, String text, List<MediaFile> media) {
        ItemVersion version = new ItemVersion();
        version.add(Optional.of(fields.id()));
        version.add(fields.language());
        version.add(fields.headline());
        version.add(fields.published());
        version.add(fields.source());
        version.add(fields.url());
        version.add(Optional.of(text));
        for (MediaFile medium : media) {
            version.add(Optional.of(medium.name()));
            version.add(Optional.of(contentOf(medium.file())));
            version.add(medium.subtitles().map(ItemVersion::contentOf));
        }
        return "sha256:" + HexFormat.of().formatHex(version.digest.digest());
    }

    /** Each field is preceded by its length, so that no two different items run together to the same bytes. */
    private void add(Optional<String> field) {
        byte[] bytes = field.orElse("").getBytes(StandardCharsets.UTF_8);
        int length = field.isPresent() ? bytes.length : -1;
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        digest.update(bytes);
    }

    private static String contentOf(Path file) {
        try {
            // A named pipe would never end.
            return Files.isRegularFile(file) ? Sha256.of(file) : "unreadable";
        } catch (IOException e) {
            // Whoever opens the file later tells the user; the version changes once it can be read.
            return "unreadable";
        }
    }
}
