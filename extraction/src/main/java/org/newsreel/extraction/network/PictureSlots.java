package org.newsreel.extraction.network;

/**
 * Which pictures of a post a network reads.
 *
 * @param whole whether it reads the whole picture
 * @param objects how many of the picture's objects it reads at most
 * @param height of all of them, in pixels
 * @param width of all of them, in pixels
 */
public record PictureSlots(boolean whole, int objects, int height, int width) {
    public PictureSlots {
        if (objects < 0 || height < 1 || width < 1) {
            throw new IllegalArgumentException(objects + " objects of " + height + " by " + width + " pixels");
        }
    }

    /** For a network without eyes. */
    public static PictureSlots none() {
        return new PictureSlots(false, 0, 1, 1);
    }
}
