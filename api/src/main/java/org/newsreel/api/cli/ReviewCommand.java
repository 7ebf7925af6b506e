package org.newsreel.api.cli;

import java.util.concurrent.Callable;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.newsreel.kg.merge.Decision;
import org.newsreel.kg.review.ReviewDesk;
import org.newsreel.kg.review.ReviewOutcome;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.ontology.vocab.Prefixes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code newsreel review}: what people decide on statements and on who is who. */
@Command(
        name = "review",
        description = "Decide on statements and on who is who. Decisions outlive re-ingest and can be withdrawn.",
        subcommands = {
            ReviewStatement.Accept.class,
            ReviewStatement.Reject.class,
            ReviewStatement.Correct.class,
            ReviewPair.Same.class,
            ReviewPair.Different.class,
            ReviewWithdraw.class,
            ReviewApply.class,
            ReviewList.class,
            ReviewLinks.class,
        },
        footer = {
            "",
            "Statements are named by the IRI that explain prints, entities by theirs; prefixes such as id: work.",
            "",
            "Example:  newsreel review reject id:statement/0123456789abcdef01234567 --by Ann"
        })
final class ReviewCommand implements Runnable {
    private static final PrefixMap PREFIXES = PrefixMapFactory.create(Prefixes.ALL);

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Name what to do: accept, reject, correct, same, different," + " withdraw, apply, list or links.");
    }

    /** What every kind of review has. */
    abstract static class Kind implements Callable<Integer> {
        @Mixin
        private CommonOptions common;

        @Mixin
        private StoreOption store;

        abstract void apply(ReviewDesk desk);

        @Override
        public Integer call() {
            try (KnowledgeStore opened = store.openExisting()) {
                apply(new ReviewDesk(opened));
            } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
                throw CommandFailure.wrongCall(e.getMessage());
            }
            return ExitCode.DONE;
        }
    }

    /** A decision by somebody. */
    abstract static class Deciding extends Kind {
        @Option(names = "--by", paramLabel = "NAME", defaultValue = "${sys:user.name}", description = "Who decides.")
        String reviewer;

        @Option(names = "--note", paramLabel = "TEXT", description = "Why, in a few words.")
        String note;
    }

    /** The decision on a line of its own, then what it changed, as {@code -} and {@code +} lines. */
    static void print(Decision decision, ReviewOutcome outcome) {
        System.out.println(
                decision.word() + " " + String.join(" ", outcome.review().targets()));
        printChanges(outcome);
    }

    static void printChanges(ReviewOutcome outcome) {
        outcome.changes().removed().forEach(fact -> print("-", fact));
        outcome.changes().added().forEach(fact -> print("+", fact));
    }

    private static void print(String sign, Triple fact) {
        System.out.println("  " + sign + " " + NodeFmtLib.str(fact.getSubject(), PREFIXES) + " "
                + NodeFmtLib.str(fact.getPredicate(), PREFIXES) + " " + NodeFmtLib.str(fact.getObject(), PREFIXES));
    }
}
