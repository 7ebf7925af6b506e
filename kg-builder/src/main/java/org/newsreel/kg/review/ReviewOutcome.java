package org.newsreel.kg.review;

import org.newsreel.kg.merge.FactChanges;
import org.newsreel.kg.merge.Review;

/**
 * A decision, and what became of the default graph with it.
 *
 * @param review as it is kept, or as it was kept when it was withdrawn
 */
public record ReviewOutcome(Review review, FactChanges changes) {}
