package org.newsreel.extraction.hvformer;

import java.util.OptionalInt;
import org.newsreel.extraction.network.Post;

/**
 * A post with a marked pair, with its truth when that is known. The markers stand where equation 1 has them: {@code <s>}
 * and {@code </s>} around the subject, {@code <o>} and {@code </o>} around the object.
 *
 * @param relation index of the relation type
 */
public record HvformerExample(Post post, OptionalInt relation) {
    public HvformerExample {
        if (post.markers().isEmpty()) {
            throw new IllegalArgumentException("a post without a marked pair has no relation");
        }
    }

    /** A pair about which nothing is known. */
    public static HvformerExample of(Post post) {
        return new HvformerExample(post, OptionalInt.empty());
    }

    public static HvformerExample of(Post post, int relation) {
        return new HvformerExample(post, OptionalInt.of(relation));
    }

    Post.Markers markers() {
        return post.markers().orElseThrow();
    }
}
