package org.newsreel.training.world;

import java.util.List;
import java.util.Optional;

/**
 * One shot.
 *
 * @param place where
 * @param cast who is seen, those farther away first
 * @param wall whose sign hangs on the wall or lectern
 * @param lectern whether the people stand behind one
 * @param caption the writing at the bottom
 * @param seconds how long it lasts
 */
public record Scene(
        Place place,
        List<Cast> cast,
        Optional<Organisation> wall,
        boolean lectern,
        Optional<Caption> caption,
        double seconds) {
    public Scene {
        cast = List.copyOf(cast);
        if (seconds <= 0) {
            throw new IllegalArgumentException("a scene lasts longer than " + seconds + " seconds");
        }
    }

    /**
     * A person in the shot.
     *
     * @param x between the eyes, as a fraction of the picture's width
     * @param y the same of its height
     * @param size width of the face as a fraction of the picture's height
     */
    public record Cast(Person person, double x, double y, double size, boolean talking) {}

    /** A lower third: a name over a role in capitals. */
    public record Caption(String name, String role) {}
}
