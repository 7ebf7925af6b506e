package org.newsreel.ontology.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * One typed, directed relation between two chains.
 *
 * @param id unique among the document's relations
 * @param type name of a type of the {@link org.newsreel.ontology.schema.RelationSchema}
 * @param subject id of the chain that the relation starts from
 * @param object id of the chain that it points to
 * @param confidence in [0, 1]
 * @param evidence at least one reference; the weights sum to 1 within {@link #WEIGHT_TOLERANCE}
 * @param votes the models that claimed it, when several were asked; empty when one model told all relations
 * @param attentionMaps where in frames networks looked, of those that can tell
 */
public record Relation(
        String id,
        String type,
        String subject,
        String object,
        double confidence,
        List<EvidenceRef> evidence,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Vote> votes,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AttentionMap> attentionMaps) {
    /** How far the sum of evidence weights may be from 1, to allow for figures rounded in the JSON. */
    public static final double WEIGHT_TOLERANCE = 1e-3;

    public Relation {
        Claims.named(id, "relation id");
        Claims.named(type, "type of relation " + id);
        Claims.named(subject, "subject of relation " + id);
        Claims.named(object, "object of relation " + id);
        Claims.require(!subject.equals(object), "relation %s relates chain %s to itself", id, subject);
        Claims.fraction(confidence, "confidence of relation " + id);
        evidence = Claims.copy(evidence);
        votes = Claims.copy(votes);
        attentionMaps = Claims.copy(attentionMaps);
        Claims.require(!evidence.isEmpty(), "relation %s has no evidence", id);
        double sum = evidence.stream().mapToDouble(EvidenceRef::weight).sum();
        Claims.require(
                Math.abs(sum - 1) <= WEIGHT_TOLERANCE,
                "evidence weights of relation %s must sum to 1 but sum to %s",
                id,
                sum);
    }

    /** A relation that the only model for relations claimed. */
    public Relation(
            String id, String type, String subject, String object, double confidence, List<EvidenceRef> evidence) {
        this(id, type, subject, object, confidence, evidence, List.of());
    }

    /** A relation for which no network says where it looked. */
    public Relation(
            String id,
            String type,
            String subject,
            String object,
            double confidence,
            List<EvidenceRef> evidence,
            List<Vote> votes) {
        this(id, type, subject, object, confidence, evidence, votes, List.of());
    }

    /** The same claim resting on other evidence, whose weights sum to 1. */
    public Relation withEvidence(List<EvidenceRef> other) {
        return new Relation(id, type, subject, object, confidence, other, votes, attentionMaps);
    }
}
