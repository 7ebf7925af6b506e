package org.newsreel.extraction.region;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who looks like whom within one item. {@link #ALIKE} was chosen on the faces of four real reports (234 clear faces, seven
 * people, fourteen set-ups): of 24,000 pairs of different people one in a thousand was nearer than 0.23, while the nearest
 * faces of one person in two set-ups were mostly between 0.10 and 0.20. Where people of the item who are surely different
 * (seen side by side, or captioned with two names) are nearer than that, as drawings and low resolutions are, looks count
 * for less there, or for nothing.
 */
final class Likeness {
    /** Tracks whose nearest faces are at most this far apart show one person. */
    static final double ALIKE = 0.16;

    /** Whoever is surely somebody else must be farther away by this much. */
    static final double MARGIN = 0.04;

    /** Tracks whose nearest faces are farther apart speak against one person. */
    static final double UNLIKE = 0.26;

    private final List<SeenPerson> all;
    private final double alike;

    Likeness(List<SeenPerson> all) {
        this.all = all;
        double nearest = 1;
        for (int i = 0; i < all.size(); i++) {
            for (SeenPerson other : all.subList(i + 1, all.size())) {
                if (different(all.get(i), other)) {
                    nearest = Math.min(nearest, distance(all.get(i), other));
                }
            }
        }
        alike = Math.min(ALIKE, nearest - MARGIN);
    }

    private static boolean different(SeenPerson a, SeenPerson b) {
        return a.isBeside(b) || a.captioned && b.captioned && !a.chain.equals(b.chain);
    }

    /** The captioned track that shows the same person as one without name, if one is alike and no other person's is. */
    Optional<SeenPerson> namesake(SeenPerson unknown) {
        return all.stream()
                .filter(other -> other.captioned && alike(other, unknown))
                .min(Comparator.comparingDouble(other -> distance(other, unknown)))
                .filter(named -> all.stream()
                        .filter(other -> other.captioned && !other.chain.equals(named.chain))
                        .allMatch(other -> distance(other, unknown) > distance(named, unknown) + MARGIN))
                .filter(named ->
                        all.stream().noneMatch(other -> other.chain.equals(named.chain) && other.isBeside(unknown)));
    }

    /** Whether two tracks show one person as far as looks tell. */
    boolean alike(SeenPerson a, SeenPerson b) {
        return !a.isBeside(b) && distance(a, b) <= alike;
    }

    /** Whether looks speak against a track showing somebody who is captioned elsewhere in the item. */
    boolean contradicts(SeenPerson unknown, String person) {
        List<SeenPerson> captioned = all.stream()
                .filter(other -> other.captioned && other.chain.equals(Optional.of(person)))
                .filter(other -> other.distance(unknown).isPresent())
                .toList();
        return !captioned.isEmpty() && captioned.stream().allMatch(other -> distance(other, unknown) > UNLIKE);
    }

    private static double distance(SeenPerson a, SeenPerson b) {
        return a.distance(b).orElse(1);
    }
}
