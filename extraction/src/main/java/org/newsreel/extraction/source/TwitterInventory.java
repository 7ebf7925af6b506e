package org.newsreel.extraction.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which tags a Twitter corpus uses beside PER, LOC and ORG. Both become {@code MISC} in a document, but they mark different
 * things, so a network that learns from both keeps them apart.
 */
public enum TwitterInventory {
    /** Twitter-2015 (Zhang et al. 2018): OTHER. */
    TWITTER_2015("OTHER"),
    /** Twitter-2017 (Lu et al. 2018): MISC. */
    TWITTER_2017("MISC");

    /** Both corpora have such a tag every few posts. */
    private static final int HEAD = 1 << 20;

    private final String tag;

    TwitterInventory(String tag) {
        this.tag = tag;
    }

    /** The tag's type, without {@code B-} or {@code I-}. */
    public String tag() {
        return tag;
    }

    /**
     * The inventory by the first such tag in the file's first megabyte; nothing when there is none.
     *
     * @throws IOException when the file can't be read
     */
    public static Optional<TwitterInventory> of(Path file) throws IOException {
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        }
        int other = first(head, TWITTER_2015);
        int misc = first(head, TWITTER_2017);
        if (other == misc) {
            return Optional.empty();
        }
        return Optional.of(other < misc ? TWITTER_2015 : TWITTER_2017);
    }

    private static int first(String head, TwitterInventory inventory) {
        int at = head.indexOf("\tB-" + inventory.tag);
        return at < 0 ? Integer.MAX_VALUE : at;
    }
}
