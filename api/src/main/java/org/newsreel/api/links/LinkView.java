package org.newsreel.api.links;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.newsreel.api.statements.StatementView;
import org.newsreel.kg.merge.Decision;
import org.newsreel.kg.merge.IdentityLink;

/**
 * Two entities that may be one.
 *
 * @param a one of them
 * @param b the other
 * @param score how likely they are one, in [0, 1]
 * @param status {@code merged}, {@code apart} (likely enough, but something excludes it) or {@code possible}
 * @param reasons what speaks for it and against
 * @param decision {@code same} or {@code different}, where a person decided
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LinkView(Party a, Party b, double score, String status, List<String> reasons, Optional<String> decision) {
    /** As the store has it. */
    public static LinkView of(IdentityLink link) {
        return new LinkView(
                new Party(link.one(), link.name()),
                new Party(link.other(), link.otherName()),
                link.score(),
                link.status(),
                link.reasons(),
                link.decision().map(Decision::word));
    }

    /** An entity. */
    public record Party(String id, String name) {}

    /**
     * A page of pairs.
     *
     * @param total how many there are, also beyond the page
     */
    public record Page(int total, List<LinkView> links) {}

    /**
     * A decision that was made or taken back.
     *
     * @param decision empty when it was taken back
     * @param links what is known of the two now; empty when nothing is
     * @param changed what it did to the merged graph
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Outcome(
            Optional<StatementView.DecisionView> decision, List<LinkView> links, StatementView.ChangeView changed) {}
}
