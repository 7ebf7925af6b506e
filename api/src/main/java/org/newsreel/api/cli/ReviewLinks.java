package org.newsreel.api.cli;

import java.util.List;
import java.util.Locale;
import org.newsreel.kg.merge.IdentityLink;
import org.newsreel.kg.review.ReviewDesk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "links", description = "Print pairs of entities that may be one, the likeliest first.")
final class ReviewLinks extends ReviewCommand.Kind {
    @Option(
            names = "--status",
            defaultValue = "possible",
            paramLabel = "possible|apart|merged",
            description = "Which (default: possible): undecided, likely but excluded by something, or merged.")
    private String status;

    @Override
    void apply(ReviewDesk desk) {
        if (!List.of("possible", "apart", "merged").contains(status)) {
            throw new IllegalArgumentException("--status is possible, apart or merged, not " + status);
        }
        for (IdentityLink link : desk.links(status)) {
            System.out.printf(
                    Locale.ROOT,
                    "%.2f\t%s\t%s\t%s\t%s\t%s%n",
                    link.score(),
                    link.name(),
                    link.otherName(),
                    link.one(),
                    link.other(),
                    String.join("; ", link.reasons()));
        }
    }
}
