package org.newsreel.extraction.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Posts of random words whose picture or object says one of three things by its colour. Pieces: 1 begins, 2 ends, 3 to 6
 * mark head and tail, the rest are words.
 */
public final class MadePosts {
    public static final int VOCABULARY = 30;
    public static final int COLOURS = 3;

    private static final int FIRST_WORD = 7;

    private final int size;
    private final Random random;

    public MadePosts(int size, int seed) {
        this.size = size;
        this.random = new Random(seed);
    }

    /** A picture mostly of one colour. */
    public Pixels picture(int colour) {
        float[] values = new float[Pixels.CHANNELS * size * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i / (size * size) == colour ? 1 : -1) + 0.2f * (float) random.nextGaussian();
        }
        return new Pixels(size, size, values);
    }

    /** A marked post without pictures: head the second word, tail the last. */
    public Post text(int words) {
        List<Long> pieces = new ArrayList<>();
        List<Integer> tokens = new ArrayList<>();
        add(pieces, tokens, 1, -1);
        int[] markers = new int[4];
        for (int t = 0; t < words; t++) {
            boolean head = t == 1;
            boolean tail = t == words - 1;
            if (head || tail) {
                markers[head ? 0 : 2] = pieces.size();
                add(pieces, tokens, head ? 3 : 5, -1);
            }
            // Some words have two pieces.
            for (int p = 0; p <= t % 2; p++) {
                add(pieces, tokens, FIRST_WORD + random.nextInt(VOCABULARY - FIRST_WORD), t);
            }
            if (head || tail) {
                markers[head ? 1 : 3] = pieces.size();
                add(pieces, tokens, head ? 4 : 6, -1);
            }
        }
        add(pieces, tokens, 2, -1);
        return new Post(
                pieces.stream().mapToLong(p -> p).toArray(),
                tokens.stream().mapToInt(t -> t).toArray(),
                Optional.of(new Post.Markers(markers[0], markers[1], markers[2], markers[3])),
                Optional.empty(),
                List.of());
    }

    private static void add(List<Long> pieces, List<Integer> tokens, long piece, int token) {
        pieces.add(piece);
        tokens.add(token);
    }

    /** The same post with a picture, objects, or both, all of one colour. */
    public Post seen(Post post, int colour, boolean picture, int objects) {
        List<Pixels> seen = new ArrayList<>();
        for (int o = 0; o < objects; o++) {
            seen.add(picture(colour));
        }
        return new Post(
                post.pieces(),
                post.tokens(),
                post.markers(),
                picture ? Optional.of(picture(colour)) : Optional.empty(),
                seen);
    }

    /** A post of 3 to 8 words with a picture of a colour and up to 3 objects. */
    public Post post(int colour) {
        return seen(text(3 + random.nextInt(6)), colour, true, random.nextInt(4));
    }
}
