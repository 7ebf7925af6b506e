package org.newsreel.extraction.region;

import java.util.Comparator;
import java.util.Optional;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Region;

/**
 * A region before it has its number.
 *
 * @param medium index of its medium
 * @param confidence in [0, 1], as {@link Region#confidence()}
 */
record Draft(
        int medium,
        Sample sample,
        EntityType type,
        Box box,
        Optional<String> chain,
        double confidence,
        Optional<String> text) {
    /** By medium, time, and place from left to right. */
    static final Comparator<Draft> ORDER = Comparator.comparingInt(Draft::medium)
            .thenComparingInt(draft -> draft.sample().frame())
            .thenComparingDouble(draft -> draft.box().x())
            .thenComparingDouble(draft -> draft.box().y())
            .thenComparing(draft -> draft.chain().orElse(""))
            .thenComparing(Draft::type);

    Region numbered(int number, String mediumId) {
        return new Region(
                "g" + number,
                type,
                mediumId,
                sample.frame(),
                sample.time(),
                box,
                chain,
                Math.round(confidence * 1000) / 1000.0,
                text);
    }
}
