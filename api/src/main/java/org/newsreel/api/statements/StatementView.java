package org.newsreel.api.statements;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A statement and what people decided on it.
 *
 * @param statement IRI of the item's own statement
 * @param item id of the item; empty when no item makes the statement now
 * @param fact what the item states
 * @param reading the fact of the merged graph that the statement supports; empty when it was rejected
 * @param decisions the decisions that count, at most one
 * @param changed what the request did to the merged graph; only in answers to POST and DELETE
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StatementView(
        String statement,
        Optional<String> item,
        Optional<FactView> fact,
        Optional<FactView> reading,
        List<DecisionView> decisions,
        Optional<ChangeView> changed) {
    /**
     * A decision.
     *
     * @param decision {@code accepted}, {@code rejected}, {@code corrected}, {@code same} or {@code different}
     * @param reviewer name of the key, or of the person on the command line
     * @param at when, ISO 8601 in UTC
     * @param instead what a correction says is right
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record DecisionView(
            String decision, String reviewer, String at, Optional<String> note, Optional<FactView> instead) {}

    /** Facts that came into the merged graph, and facts that left it. */
    public record ChangeView(List<FactView> added, List<FactView> removed) {}
}
