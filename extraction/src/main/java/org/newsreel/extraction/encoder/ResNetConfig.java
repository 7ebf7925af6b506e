package org.newsreel.extraction.encoder;

import java.util.List;

/**
 * The sizes of a residual network of bottleneck blocks.
 *
 * @param width channels of the first convolution; stage {@code i} of 0 to 3 gives {@code 4·2^i·width} channels
 * @param blocks in each of the four stages
 * @param eps added to the variance in batch normalisation
 */
public record ResNetConfig(int width, List<Integer> blocks, double eps) {
    /** Stages of a residual network. */
    public static final int STAGES = 4;

    private static final int EXPANSION = 4;

    public ResNetConfig {
        blocks = List.copyOf(blocks);
        if (width < 1 || blocks.size() != STAGES || blocks.stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException(
                    "a residual network has channels and four stages of blocks, but this has " + width + " and "
                            + blocks);
        }
    }

    /** {@code resnet50}. */
    public static ResNetConfig resnet50() {
        return new ResNetConfig(64, List.of(3, 4, 6, 3), 1e-5);
    }

    /** One block a stage. */
    public static ResNetConfig small(int width) {
        return new ResNetConfig(width, List.of(1, 1, 1, 1), 1e-5);
    }

    /** Channels inside the blocks of a stage, 0 to 3. */
    int inner(int stage) {
        return width << stage;
    }

    /** Channels that a stage gives, 0 to 3. */
    public int channels(int stage) {
        return EXPANSION * inner(stage);
    }
}
