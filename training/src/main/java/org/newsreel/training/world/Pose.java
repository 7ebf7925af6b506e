package org.newsreel.training.world;

/**
 * What a face does at one moment.
 *
 * @param turn -1 (to the left of the picture) to 1; faces towards the camera are near 0
 * @param nod -1 (up) to 1 (down)
 * @param mouth 0 closed to 1 open
 * @param lids 0 open to 1 shut
 */
record Pose(double turn, double nod, double mouth, double lids) {
    /**
     * A person who talks: sways, nods, opens the mouth in syllables, blinks.
     *
     * @param seconds since the clip began
     * @param phase any number, so that people do not move together
     */
    static Pose speaking(double seconds, double phase, boolean talking) {
        double t = seconds + 7.3 * phase;
        double turn = 0.16 * Math.sin(0.9 * t) + 0.08 * Math.sin(2.3 * t + phase);
        double nod = 0.18 * Math.sin(1.7 * t + 1) + 0.08 * Math.sin(4.1 * t);
        double syllable = Math.max(0, Math.sin(9.5 * t)) * (0.55 + 0.45 * Math.sin(2.1 * t + phase));
        double blink = t % 3.7 < 0.16 ? 1 : 0;
        return new Pose(turn, nod, talking ? Math.max(0, syllable) : 0, blink);
    }
}
