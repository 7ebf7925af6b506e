package org.newsreel.api.cli;

import java.util.List;
import org.newsreel.kg.review.ReviewDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "withdraw", description = "Take a decision back.")
final class ReviewWithdraw extends ReviewCommand.Kind {
    @Parameters(arity = "1..2", paramLabel = "TARGET", description = "A statement, or two entities.")
    private List<String> targets;

    @Override
    void apply(ReviewDesk desk) {
        var outcome = desk.withdraw(targets)
                .orElseThrow(
                        () -> CommandFailure.someFailed("nobody decided on that: see newsreel review list.", null));
        System.out.println("withdrawn");
        ReviewCommand.printChanges(outcome);
    }
}
