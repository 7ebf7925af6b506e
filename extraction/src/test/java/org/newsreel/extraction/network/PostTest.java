package org.newsreel.extraction.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostTest {
    private static Post post(int... tokens) {
        return new Post(new long[tokens.length], tokens, Optional.empty(), Optional.empty(), List.of());
    }

    private static Pixels pixels(float value) {
        return new Pixels(1, 1, new float[] {value, value, value});
    }

    private static Post seen(Optional<Pixels> picture, Pixels... objects) {
        return new Post(new long[] {1, 7}, new int[] {-1, 0}, Optional.empty(), picture, List.of(objects));
    }

    @Test
    void tokensBeginAtTheirFirstPieces() {
        assertThat(post(-1, 0, 0, -1, 1, 2, 2, -1).firstPieces()).containsExactly(1, 4, 5);
        assertThat(post(-1, -1).firstPieces()).isEmpty();
        assertThat(post(0).firstPieces()).containsExactly(0);
    }

    @Test
    void tokensBetweenMarkersAreThoseWithPiecesThere() {
        Post post = post(-1, 0, -1, 1, 1, 2, -1, 3, -1, -1);
        assertThat(post.tokensBetween(2, 6)).containsExactly(1, 3);
        assertThat(post.tokensBetween(6, 8)).containsExactly(3, 4);
        assertThat(post.tokensBetween(8, 9)).as("no pieces").containsExactly(4, 4);
    }

    @Test
    void piecesOutOfOrderAndMarkersOutsideAreRefused() {
        assertThatThrownBy(() -> post(-1, 1)).hasMessageContaining("token 1 comes after token -1");
        assertThatThrownBy(() -> post(0, 1, 0)).hasMessageContaining("token 0 comes after token 1");
        assertThatThrownBy(() -> new Post(
                        new long[3],
                        new int[] {-1, 0, 1},
                        Optional.of(new Post.Markers(0, 1, 2, 3)),
                        Optional.empty(),
                        List.of()))
                .hasMessageContaining("not among 3 pieces");
        assertThatThrownBy(() -> new Post.Markers(2, 2, 3, 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyPictureIsThereOnceAndGoesToItsSlot() {
        List<Post> posts = List.of(
                seen(Optional.of(pixels(1)), pixels(2), pixels(3), pixels(4)),
                seen(Optional.empty()),
                seen(Optional.empty(), pixels(5)));
        try (NDManager manager = NDManager.newBaseManager()) {
            PostBatch.Pictures pictures = PostBatch.of(manager, posts, new PictureSlots(true, 2, 1, 1))
                    .pictures()
                    .orElseThrow();
            assertThat(pictures.pixels().getShape()).isEqualTo(new Shape(4, 3, 1, 1));
            assertThat(pictures.slots()).isEqualTo(3);
            NDArray spread = pictures.spread(pictures.pixels().get(":, 0, 0"));
            assertThat(spread.toFloatArray()).containsExactly(1, 2, 3, 0, 0, 0, 0, 5, 0);
            assertThat(pictures.there().toFloatArray()).containsExactly(1, 1, 1, 0, 0, 0, 0, 1, 0);
            assertThat(pictures.anything().toFloatArray()).containsExactly(1, 0, 1);

            PostBatch.Pictures objects = PostBatch.of(manager, posts, new PictureSlots(false, 3, 1, 1))
                    .pictures()
                    .orElseThrow();
            assertThat(objects.spread(objects.pixels().get(":, 0, 0")).toFloatArray())
                    .containsExactly(2, 3, 4, 0, 0, 0, 5, 0, 0);
            assertThat(PostBatch.of(manager, posts, PictureSlots.none()).pictures())
                    .isEmpty();
            assertThat(PostBatch.of(manager, posts.subList(1, 2), new PictureSlots(true, 2, 1, 1))
                            .pictures())
                    .isEmpty();
        }
    }
}
