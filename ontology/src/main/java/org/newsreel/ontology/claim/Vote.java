package org.newsreel.ontology.claim;

/**
 * What one of several models made of a relation.
 *
 * @param model its name, as one of the document's {@link ModelUse}s for relations has it
 * @param confidence in [0, 1], before the others were heard
 */
public record Vote(String model, double confidence) {
    public Vote {
        Claims.named(model, "model of a vote");
        Claims.fraction(confidence, "confidence of the vote of " + model);
    }
}
