package org.newsreel.ontology.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * One thing that a relation rests on: a mention or a region, never both.
 *
 * @param mention id of a mention of the document
 * @param region id of a region of the document
 * @param weight its share of the relation's evidence, in [0, 1]
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record EvidenceRef(Optional<String> mention, Optional<String> region, double weight) {
    public EvidenceRef {
        mention = mention == null ? Optional.empty() : mention;
        region = region == null ? Optional.empty() : region;
        Claims.require(
                mention.isPresent() != region.isPresent(),
                "evidence must name either a mention or a region but names %s and %s",
                mention.orElse("none"),
                region.orElse("none"));
        Claims.fraction(weight, "evidence weight");
    }

    /** Evidence in the text. */
    public static EvidenceRef ofMention(String id, double weight) {
        return new EvidenceRef(Optional.of(id), Optional.empty(), weight);
    }

    /** Evidence in a picture. */
    public static EvidenceRef ofRegion(String id, double weight) {
        return new EvidenceRef(Optional.empty(), Optional.of(id), weight);
    }
}
