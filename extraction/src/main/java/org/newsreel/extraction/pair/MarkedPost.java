package org.newsreel.extraction.pair;

import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.extraction.network.Post;

/**
 * A pair of mentions as networks of posts read it: cut by {@link PairReader}, with four of the vocabulary's free pieces
 * as markers.
 *
 * @param post what a network reads; its tokens are those that have pieces, counted from 0
 * @param tokens for each of the post's tokens the token that it was given as
 */
public record MarkedPost(Post post, int[] tokens) {
    /**
     * Reads a pair.
     *
     * @throws IllegalArgumentException when a range is not one of these tokens
     */
    public static MarkedPost of(
            PairReader reader, List<String> tokens, TokenRange head, TokenRange tail, Optional<Pixels> picture) {
        PairInput input = reader.read(tokens, head, tail);
        Post.Markers markers =
                new Post.Markers(input.head(), end(input, input.head()), input.tail(), end(input, input.tail()));
        int[] numbered = new int[input.length()];
        int[] given = new int[input.length()];
        int count = -1;
        int last = -1;
        for (int p = 0; p < numbered.length; p++) {
            int token = input.tokens()[p];
            count += token >= 0 && token != last ? 1 : 0;
            last = token >= 0 ? token : last;
            numbered[p] = token >= 0 ? count : -1;
            if (token >= 0) {
                given[count] = token;
            }
        }
        Post post = new Post(input.pieces(), numbered, Optional.of(markers), picture, List.of());
        return new MarkedPost(post, java.util.Arrays.copyOf(given, count + 1));
    }

    /** The marker that ends a mention has the number after that of the one that begins it. */
    private static int end(PairInput input, int begin) {
        long wanted = input.pieces()[begin] + 1;
        for (int p = begin + 1; p < input.length(); p++) {
            if (input.tokens()[p] < 0 && input.pieces()[p] == wanted) {
                return p;
            }
        }
        throw new IllegalStateException("a mention begins at piece " + begin + " and never ends");
    }
}
