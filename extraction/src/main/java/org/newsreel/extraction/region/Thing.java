package org.newsreel.extraction.region;

import java.util.Optional;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityType;

/**
 * What one frame shows besides people.
 *
 * @param type the kind of entity that such a thing is
 * @param box where it is
 * @param confidence in [0, 1], of box and type
 * @param label what a detector calls it, such as {@code bus}; absent for what fills a frame without people
 */
record Thing(EntityType type, Box box, double confidence, Optional<String> label) {
    /** Whether it is all that a frame without people shows, rather than one thing among others. */
    boolean isSubject() {
        return label.isEmpty();
    }
}
