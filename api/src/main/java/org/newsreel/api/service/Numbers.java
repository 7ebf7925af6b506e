package org.newsreel.api.service;

/** Numbers in requests. */
public final class Numbers {
    private Numbers() {}

    /**
     * A whole number between two bounds, both allowed; a problem with status 400 for anything else.
     *
     * @param name of the parameter, for the sentence
     */
    public static int whole(String name, String text, int least, int most) {
        try {
            int value = Integer.parseInt(text.strip());
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers out of range.
        }
        throw Problem.exception(
                400,
                name + " must be a whole number from " + least
                        + (most == Integer.MAX_VALUE ? "." : " to " + most + "."));
    }
}
