package org.newsreel.extraction.shot;

/**
 * Where a new shot begins.
 *
 * @param frame index of its first frame
 * @param time of that frame, in seconds
 * @param gradual whether it is the middle of a transition
 * @param toBlack whether the transition ends in black
 * @param fromBlack whether the transition begins in black
 */
record Border(int frame, double time, boolean gradual, boolean toBlack, boolean fromBlack) {
    static Border cut(int frame, double time) {
        return new Border(frame, time, false, false, false);
    }
}
