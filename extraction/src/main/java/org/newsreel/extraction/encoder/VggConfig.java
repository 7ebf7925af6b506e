package org.newsreel.extraction.encoder;

import java.util.List;

/**
 * The sizes of a VGG network.
 *
 * @param widths channels of the convolutions of each stage
 * @param depths convolutions in each stage, as many numbers as {@code widths}
 * @param grid cells along each side that the last stage is averaged to
 * @param hidden width of the two fully connected layers, and so of the features
 */
public record VggConfig(List<Integer> widths, List<Integer> depths, int grid, int hidden) {
    public VggConfig {
        widths = List.copyOf(widths);
        depths = List.copyOf(depths);
        if (widths.isEmpty() || widths.size() != depths.size() || grid < 1 || hidden < 1) {
            throw new IllegalArgumentException("a VGG network has a width and a depth for each stage, but this has "
                    + widths + " and " + depths + ", grid " + grid + ", hidden " + hidden);
        }
    }

    /** {@code vgg16}. */
    public static VggConfig vgg16() {
        return new VggConfig(List.of(64, 128, 256, 512, 512), List.of(2, 2, 3, 3, 3), 7, 4096);
    }

    /** Three stages of one convolution. */
    public static VggConfig small(int width, int hidden) {
        return new VggConfig(List.of(width, 2 * width, 4 * width), List.of(1, 1, 1), 2, hidden);
    }
}
