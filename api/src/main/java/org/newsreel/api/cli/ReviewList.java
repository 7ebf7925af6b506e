package org.newsreel.api.cli;

import org.newsreel.kg.merge.Review;
import org.newsreel.kg.review.ReviewDesk;
import picocli.CommandLine.Command;

@Command(name = "list", description = "Print all decisions.")
final class ReviewList extends ReviewCommand.Kind {
    @Override
    void apply(ReviewDesk desk) {
        for (Review review : desk.reviews()) {
            System.out.println(String.join(
                    "\t",
                    review.decision().word(),
                    String.join(" ", review.targets()),
                    review.instead()
                            .map(fact -> fact.getSubject() + " " + fact.getPredicate() + " " + fact.getObject())
                            .orElse(""),
                    review.reviewer(),
                    review.at().toString(),
                    review.note().orElse("")));
        }
    }
}
