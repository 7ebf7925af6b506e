package org.newsreel.extraction.region;

import java.util.Optional;
import org.newsreel.ontology.claim.Box;

/**
 * One person in one frame.
 *
 * @param box the head: the detector's square from brow to chin, enlarged to hair and ears
 * @param strength how many neighbouring windows of the first cascade agree, plus an eighth of those of the second; about
 *     2 to 6 for things that merely look like a face, 10 and more for faces
 * @param body the whole person as far as the frame shows it
 * @param look what the face looks like; absent when it is too faint or not seen
 */
record Face(Box box, double strength, Box body, Optional<FaceLook> look) {
    /** A head whose body is where proportions put it. */
    Face(Box box, double strength) {
        this(box, strength, Body.below(box), Optional.empty());
    }

    /** A score in [0, 1] that grows with the strength: 0.33 at 2, 0.72 at 10, 0.9 at 40. It is not a probability. */
    double confidence() {
        return strength / (strength + 4);
    }

    double area() {
        return box.width() * box.height();
    }
}
