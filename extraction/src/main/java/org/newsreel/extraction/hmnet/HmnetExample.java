package org.newsreel.extraction.hmnet;

import java.util.Optional;
import java.util.OptionalInt;
import org.newsreel.extraction.network.Post;

/**
 * A post, with its truth when that is known.
 *
 * @param tags the tag of every token, for entities
 * @param relation index of the relation type, for relations
 */
public record HmnetExample(Post post, Optional<int[]> tags, OptionalInt relation) {
    public HmnetExample {
        int tokens = post.firstPieces().length;
        tags.ifPresent(t -> {
            if (t.length != tokens) {
                throw new IllegalArgumentException(t.length + " tags for " + tokens + " tokens");
            }
        });
    }

    /** A post about which nothing is known. */
    public static HmnetExample of(Post post) {
        return new HmnetExample(post, Optional.empty(), OptionalInt.empty());
    }

    public static HmnetExample entities(Post post, int[] tags) {
        return new HmnetExample(post, Optional.of(tags), OptionalInt.empty());
    }

    public static HmnetExample relation(Post post, int relation) {
        return new HmnetExample(post, Optional.empty(), OptionalInt.of(relation));
    }
}
