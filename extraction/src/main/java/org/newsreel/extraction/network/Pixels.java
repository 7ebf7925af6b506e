package org.newsreel.extraction.network;

/**
 * A picture as a network reads it: three planes, red, green, blue, each row by row from the top.
 *
 * @param height in pixels
 * @param width in pixels
 * @param values {@code [3 * height * width]}, normalised as the image encoder wants them
 */
public record Pixels(int height, int width, float[] values) {
    public static final int CHANNELS = 3;

    public Pixels {
        if (height < 1 || width < 1 || values.length != CHANNELS * height * width) {
            throw new IllegalArgumentException(
                    "a picture of " + height + " by " + width + " pixels has " + values.length + " values");
        }
    }
}
