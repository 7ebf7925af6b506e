package org.newsreel.api.cli;

import java.util.Optional;
import org.newsreel.kg.merge.Decision;
import org.newsreel.kg.review.Correction;
import org.newsreel.kg.review.ReviewDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A decision on one statement. */
abstract class ReviewStatement extends ReviewCommand.Deciding {
    @Parameters(index = "0", paramLabel = "STATEMENT", description = "IRI of the statement.")
    private String statement;

    void decide(ReviewDesk desk, Decision decision, Optional<Correction> instead) {
        ReviewCommand.print(decision, desk.decide(statement, decision, instead, reviewer, Optional.ofNullable(note)));
    }

    @Command(name = "accept", description = "Say that a statement is right.")
    static final class Accept extends ReviewStatement {
        @Override
        void apply(ReviewDesk desk) {
            decide(desk, Decision.ACCEPTED, Optional.empty());
        }
    }

    @Command(
            name = "reject",
            description = "Say that a statement is wrong: its fact leaves the merged graph unless others state it.")
    static final class Reject extends ReviewStatement {
        @Override
        void apply(ReviewDesk desk) {
            decide(desk, Decision.REJECTED, Optional.empty());
        }
    }

    @Command(name = "correct", description = "Say what is right instead of a statement.")
    static final class Correct extends ReviewStatement {
        @Parameters(index = "1", paramLabel = "SUBJECT")
        private String subject;

        @Parameters(index = "2", paramLabel = "PREDICATE")
        private String predicate;

        @Parameters(index = "3", paramLabel = "OBJECT", description = "An IRI, or a label such as Port Sella@en.")
        private String object;

        @Override
        void apply(ReviewDesk desk) {
            decide(desk, Decision.CORRECTED, Optional.of(Correction.of(subject, predicate, object)));
        }
    }
}
