package org.newsreel.extraction.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.layer.Functions;

/**
 * Several posts as arrays, {@code B} posts of at most {@code n} pieces, all owned by one manager.
 *
 * @param ids {@code [B, n]} int64, 0 after a post's last piece
 * @param mask {@code [B, n]}, 1 for a piece and 0 for padding
 * @param pictures what there is to see; absent when no post has a picture that the network reads
 */
public record PostBatch(NDArray ids, NDArray mask, Optional<Pictures> pictures) {
    /**
     * The {@code K} pictures and objects of all posts, each once. A post has {@code s} slots for them, as many as the
     * batch needs: first the whole picture, when the network reads it, then the objects.
     *
     * @param pixels {@code [K, 3, H, W]}
     * @param rows the picture in each slot, {@code [B * s]} int64, or {@code K} when the slot is empty
     * @param there {@code [B, s]}, 1 for a slot with a picture and 0 for an empty one
     */
    public record Pictures(NDArray pixels, NDArray rows, NDArray there) {
        /** {@code s}. */
        public int slots() {
            return (int) there.getShape().get(1);
        }

        /** Gives every slot what its picture has, and zeros to empty slots. {@code [K, ...]} → {@code [B * s, ...]}. */
        public NDArray spread(NDArray x) {
            long[] shape = x.getShape().getShape();
            shape[0] = 1;
            return Functions.rows(x.concat(x.getManager().zeros(new Shape(shape)), 0), rows);
        }

        /** 1 for every post with anything to see, 0 for others: {@code [B, 1, 1]}. */
        public NDArray anything() {
            return there.max(new int[] {1}, true).expandDims(2);
        }
    }

    /**
     * Pads posts to the longest.
     *
     * @throws IllegalArgumentException when a picture has another size than the network reads
     */
    public static PostBatch of(NDManager manager, List<Post> posts, PictureSlots slots) {
        int size = posts.size();
        int length = posts.stream().mapToInt(Post::length).max().orElseThrow();
        long[] ids = new long[size * length];
        float[] mask = new float[size * length];
        for (int b = 0; b < size; b++) {
            Post post = posts.get(b);
            System.arraycopy(post.pieces(), 0, ids, b * length, post.length());
            Arrays.fill(mask, b * length, b * length + post.length(), 1f);
        }
        Shape grid = new Shape(size, length);
        return new PostBatch(manager.create(ids, grid), manager.create(mask, grid), pictures(manager, posts, slots));
    }

    private static Optional<Pictures> pictures(NDManager manager, List<Post> posts, PictureSlots slots) {
        int first = slots.whole() ? 1 : 0;
        int most = 0;
        int count = 0;
        for (Post post : posts) {
            int objects = Math.min(slots.objects(), post.objects().size());
            boolean whole = slots.whole() && post.picture().isPresent();
            most = Math.max(most, objects > 0 ? first + objects : whole ? 1 : 0);
            count += objects + (whole ? 1 : 0);
        }
        if (count == 0) {
            return Optional.empty();
        }
        int each = Pixels.CHANNELS * slots.height() * slots.width();
        float[] pixels = new float[count * each];
        long[] rows = new long[posts.size() * most];
        float[] there = new float[rows.length];
        Arrays.fill(rows, count);
        int next = 0;
        for (int b = 0; b < posts.size(); b++) {
            Post post = posts.get(b);
            for (int s = 0; s < most; s++) {
                Optional<Pixels> picture = s < first
                        ? post.picture()
                        : s - first < post.objects().size()
                                ? Optional.of(post.objects().get(s - first))
                                : Optional.empty();
                if (picture.isPresent()) {
                    System.arraycopy(checked(picture.get(), slots), 0, pixels, next * each, each);
                    rows[b * most + s] = next++;
                    there[b * most + s] = 1;
                }
            }
        }
        return Optional.of(new Pictures(
                manager.create(pixels, new Shape(count, Pixels.CHANNELS, slots.height(), slots.width())),
                manager.create(rows),
                manager.create(there, new Shape(posts.size(), most))));
    }

    private static float[] checked(Pixels picture, PictureSlots slots) {
        if (picture.height() != slots.height() || picture.width() != slots.width()) {
            throw new IllegalArgumentException("a picture has " + picture.height() + " by " + picture.width()
                    + " pixels where the network reads " + slots.height() + " by " + slots.width());
        }
        return picture.values();
    }
}
