package org.newsreel.training.world;

/** A place that does not exist, and what one sees there. */
public record Place(String name, Backdrop backdrop) {
    /** What stands behind people. */
    public enum Backdrop {
        STUDIO,
        OFFICE,
        HALL,
        LABORATORY,
        HARBOUR,
        STREET,
        SHIPYARD,
        MOUNTAINS;

        boolean outdoors() {
            return compareTo(HARBOUR) >= 0;
        }
    }
}
