package org.newsreel.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.newsreel.kg.merge.Decision;
import org.newsreel.kg.merge.IdentityLink;
import org.newsreel.kg.merge.Review;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.ontology.vocab.Prefixes;
import org.newsreel.ontology.vocab.Rdf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code newsreel review}: what people decide on statements and on who is who. */
@Command(
        name = "review",
        description = "Decide on statements and on who is who. Decisions outlive re-ingest and can be withdrawn.",
        subcommands = {
            ReviewCommand.Accept.class,
            ReviewCommand.Reject.class,
            ReviewCommand.Correct.class,
            ReviewCommand.Same.class,
            ReviewCommand.Different.class,
            ReviewCommand.Withdraw.class,
            ReviewCommand.Apply.class,
            ReviewCommand.ListAll.class,
            ReviewCommand.Links.class,
        },
        footer = {
            "",
            "Statements are named by the IRI that explain prints, entities by theirs; prefixes such as id: work.",
            "",
            "Example:  newsreel review reject id:statement/0123456789abcdef01234567 --by Ann"
        })
final class ReviewCommand implements Runnable {
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

        abstract void apply(KnowledgeStore opened);

        @Override
        public Integer call() {
            try (KnowledgeStore opened = store.openExisting()) {
                apply(opened);
            } catch (IllegalArgumentException e) {
                throw CommandFailure.wrongCall(e.getMessage());
            }
            return ExitCode.DONE;
        }

        static String iri(String term) {
            String bare = term.startsWith("<") && term.endsWith(">") ? term.substring(1, term.length() - 1) : term;
            int colon = bare.indexOf(':');
            String namespace = colon < 0 ? null : Prefixes.ALL.get(bare.substring(0, colon));
            if (colon < 0) {
                throw new IllegalArgumentException(term + " is no IRI: give it as explain or query prints it");
            }
            return namespace == null ? bare : namespace + bare.substring(colon + 1);
        }
    }

    /** A decision by somebody. */
    abstract static class Deciding extends Kind {
        @Option(names = "--by", paramLabel = "NAME", defaultValue = "${sys:user.name}", description = "Who decides.")
        String reviewer;

        @Option(names = "--note", paramLabel = "TEXT", description = "Why, in a few words.")
        String note;

        Review review(Decision decision, List<String> targets, Optional<Triple> instead) {
            return new Review(decision, targets, instead, reviewer, Instant.now(), Optional.ofNullable(note));
        }
    }

    /** A decision on one statement. */
    abstract static class OnStatement extends Deciding {
        @Parameters(index = "0", paramLabel = "STATEMENT", description = "IRI of the statement.")
        String statement;

        void decide(KnowledgeStore opened, Decision decision, Optional<Triple> instead) {
            opened.review(review(decision, List.of(iri(statement)), instead));
            System.out.println(decision.word() + " " + iri(statement));
        }
    }

    @Command(name = "accept", description = "Say that a statement is right.")
    static final class Accept extends OnStatement {
        @Override
        void apply(KnowledgeStore opened) {
            decide(opened, Decision.ACCEPTED, Optional.empty());
        }
    }

    @Command(
            name = "reject",
            description = "Say that a statement is wrong: its fact leaves the merged graph unless others state it.")
    static final class Reject extends OnStatement {
        @Override
        void apply(KnowledgeStore opened) {
            decide(opened, Decision.REJECTED, Optional.empty());
        }
    }

    @Command(name = "correct", description = "Say what is right instead of a statement.")
    static final class Correct extends OnStatement {
        @Parameters(index = "1", paramLabel = "SUBJECT")
        private String subject;

        @Parameters(index = "2", paramLabel = "PREDICATE")
        private String predicate;

        @Parameters(index = "3", paramLabel = "OBJECT", description = "An IRI, or a label such as Port Sella@en.")
        private String object;

        @Override
        void apply(KnowledgeStore opened) {
            Node property = NodeFactory.createURI(predicate.equals("a") ? Rdf.TYPE : iri(predicate));
            int at = object.lastIndexOf('@');
            Node value = property.getURI().endsWith("#label") && at > 0
                    ? NodeFactory.createLiteralLang(object.substring(0, at), object.substring(at + 1))
                    : NodeFactory.createURI(iri(object));
            decide(
                    opened,
                    Decision.CORRECTED,
                    Optional.of(Triple.create(NodeFactory.createURI(iri(subject)), property, value)));
        }
    }

    /** A decision on two entities. */
    abstract static class OnPair extends Deciding {
        @Parameters(arity = "2", paramLabel = "ENTITY", description = "IRIs of two entities, as items name them.")
        private List<String> entities;

        void decide(KnowledgeStore opened, Decision decision) {
            List<String> targets = entities.stream().map(Kind::iri).toList();
            opened.review(review(decision, targets, Optional.empty()));
            System.out.println(decision.word() + " " + String.join(" ", targets));
        }
    }

    @Command(name = "same", description = "Say that two entities are one.")
    static final class Same extends OnPair {
        @Override
        void apply(KnowledgeStore opened) {
            decide(opened, Decision.SAME);
        }
    }

    @Command(name = "different", description = "Say that two entities are two: what was merged is parted.")
    static final class Different extends OnPair {
        @Override
        void apply(KnowledgeStore opened) {
            decide(opened, Decision.DIFFERENT);
        }
    }

    @Command(name = "withdraw", description = "Take a decision back.")
    static final class Withdraw extends Kind {
        @Parameters(arity = "1..2", paramLabel = "TARGET", description = "A statement, or two entities.")
        private List<String> targets;

        @Override
        void apply(KnowledgeStore opened) {
            if (!opened.withdraw(targets.stream().map(Kind::iri).toList())) {
                throw CommandFailure.someFailed("nobody decided on that: see newsreel review list.", null);
            }
            System.out.println("withdrawn");
        }
    }

    @Command(
            name = "apply",
            description = "Take over decisions that annotations import wrote: item, verdict, statement, words.")
    static final class Apply extends Deciding {
        @Parameters(paramLabel = "FILE.tsv", description = "One decision a line, divided by tabs.")
        private Path file;

        private int failed;

        @Override
        void apply(KnowledgeStore opened) {
            List<String> lines;
            try {
                lines = Files.readAllLines(file);
            } catch (IOException e) {
                throw new IllegalArgumentException(file + " can't be read: name a file of decisions", e);
            }
            for (String line : lines) {
                String[] cells = line.split("\t", -1);
                try {
                    if (cells.length < 3) {
                        throw new IllegalArgumentException(
                                "\"" + line + "\" is no decision: item, verdict and statement are divided by tabs");
                    }
                    Decision decision = Decision.valueOf(cells[1].toUpperCase(Locale.ROOT));
                    opened.review(review(decision, List.of(iri(cells[2])), Optional.empty()));
                    System.out.println(decision.word() + " " + cells[2]);
                } catch (IllegalArgumentException e) {
                    failed++;
                    System.err.println("newsreel: " + e.getMessage() + ".");
                }
            }
        }

        @Override
        public Integer call() {
            super.call();
            return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
        }
    }

    @Command(name = "list", description = "Print all decisions.")
    static final class ListAll extends Kind {
        @Override
        void apply(KnowledgeStore opened) {
            for (Review review : opened.reviews()) {
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

    @Command(name = "links", description = "Print pairs of entities that may be one, the likeliest first.")
    static final class Links extends Kind {
        @Option(
                names = "--status",
                defaultValue = "possible",
                paramLabel = "possible|apart|merged",
                description = "Which (default: possible): undecided, likely but excluded by something, or merged.")
        private String status;

        @Override
        void apply(KnowledgeStore opened) {
            if (!List.of("possible", "apart", "merged").contains(status)) {
                throw new IllegalArgumentException("--status is possible, apart or merged, not " + status);
            }
            for (IdentityLink link : opened.links(status)) {
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
}
