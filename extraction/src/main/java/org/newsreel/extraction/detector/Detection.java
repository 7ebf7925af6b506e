package org.newsreel.extraction.detector;

import org.newsreel.ontology.claim.Box;

/**
 * One thing that a detector found.
 *
 * @param label the class's name, such as {@code person}
 * @param score the detector's own certainty, in [0, 1]
 * @param box in fractions of the picture
 */
public record Detection(String label, double score, Box box) {
    /** The class of people in COCO. */
    public static final String PERSON = "person";
}
