package org.newsreel.api.cli;

import java.util.List;
import java.util.Optional;
import org.newsreel.kg.merge.Decision;
import org.newsreel.kg.review.ReviewDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A decision on two entities. */
abstract class ReviewPair extends ReviewCommand.Deciding {
    @Parameters(arity = "2", paramLabel = "ENTITY", description = "IRIs of two entities, as items name them.")
    private List<String> entities;

    void decide(ReviewDesk desk, Decision decision) {
        ReviewCommand.print(
                decision, desk.decide(entities.get(0), entities.get(1), decision, reviewer, Optional.ofNullable(note)));
    }

    @Command(name = "same", description = "Say that two entities are one.")
    static final class Same extends ReviewPair {
        @Override
        void apply(ReviewDesk desk) {
            decide(desk, Decision.SAME);
        }
    }

    @Command(name = "different", description = "Say that two entities are two: what was merged is parted.")
    static final class Different extends ReviewPair {
        @Override
        void apply(ReviewDesk desk) {
            decide(desk, Decision.DIFFERENT);
        }
    }
}
