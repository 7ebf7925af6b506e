package org.newsreel.kg.merge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Triple;

/**
 * What a person decided. It counts for as long as it is not withdrawn, whether or not what it speaks of is in the store
 * just now: a decision outlives forgetting and re-ingest.
 *
 * @param decision the last one on this target
 * @param targets IRI of one statement, or of two entities in order
 * @param instead what is right in place of a corrected statement
 * @param reviewer who decided, as a name for people
 * @param at when; kept in whole seconds
 * @param note in the reviewer's words
 */
public record Review(
        Decision decision,
        List<String> targets,
        Optional<Triple> instead,
        String reviewer,
        Instant at,
        Optional<String> note) {
    public Review {
        targets = targets.stream().sorted().toList();
        boolean pair = decision == Decision.SAME || decision == Decision.DIFFERENT;
        if (targets.size() != (pair ? 2 : 1) || targets.stream().distinct().count() != targets.size()) {
            throw new IllegalArgumentException(pair ? "name two different entities" : "name one statement, as its IRI");
        }
        if (instead.isPresent() != (decision == Decision.CORRECTED)) {
            throw new IllegalArgumentException("a correction, and nothing else, says what is right instead");
        }
        if (reviewer == null || reviewer.isBlank()) {
            throw new IllegalArgumentException("name the reviewer");
        }
        at = at.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }

    /** A decision on a statement. */
    public static Review of(Decision decision, String statement, String reviewer, Instant at) {
        return new Review(decision, List.of(statement), Optional.empty(), reviewer, at, Optional.empty());
    }

    /** A correction of a statement. */
    public static Review correction(String statement, Triple instead, String reviewer, Instant at) {
        return new Review(Decision.CORRECTED, List.of(statement), Optional.of(instead), reviewer, at, Optional.empty());
    }

    /** A decision on two entities. */
    public static Review pair(Decision decision, String one, String other, String reviewer, Instant at) {
        return new Review(decision, List.of(one, other), Optional.empty(), reviewer, at, Optional.empty());
    }

    /** What tells this review from those of other targets. */
    String target() {
        return String.join(" ", targets);
    }
}
