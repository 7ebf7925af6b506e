package org.newsreel.api.cli;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.newsreel.kg.provenance.Evidence;
import org.newsreel.kg.provenance.ExplainedStatement;
import org.newsreel.kg.provenance.Explanations;
import org.newsreel.kg.store.KnowledgeStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code newsreel explain}: the words, times and boxes behind one triple. */
@Command(
        name = "explain",
        description = "Show what one triple rests on: words with their place in the text, frames with time and box.",
        footer = {
            "",
            "Each part is an IRI, a prefixed name or a label; the predicate may be a for rdf:type.",
            "",
            "Example:  newsreel explain \"Ilse Varnholt\" nr:residence Brannoch --store newsreel-demo"
        })
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private StoreOption store;

    @Parameters(index = "0", paramLabel = "SUBJECT")
    private String subject;

    @Parameters(index = "1", paramLabel = "PREDICATE")
    private String predicate;

    @Parameters(index = "2", paramLabel = "OBJECT")
    private String object;

    @Override
    public Integer call() {
        try (KnowledgeStore opened = store.openExisting()) {
            List<ExplainedStatement> statements = Explanations.explain(opened.dataset(), subject, predicate, object);
            if (statements.isEmpty()) {
                throw CommandFailure.someFailed("nothing in the store states that.", null);
            }
            statements.forEach(ExplainCommand::print);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.someFailed(e.getMessage(), e);
        }
        return ExitCode.DONE;
    }

    private static void print(ExplainedStatement statement) {
        System.out.printf(
                Locale.ROOT,
                "%s  %s  %s%n  confidence %.2f, item %s%s, by %s (%s)%n  statement %s%n",
                statement.subject().label(),
                statement.predicate().label(),
                statement.object().label(),
                statement.confidence(),
                statement.item(),
                statement.headline().map(h -> " \"" + oneLine(h) + "\"").orElse(""),
                statement.model().name(),
                statement.model().role(),
                statement.iri());
        statement.evidence().forEach(ExplainCommand::print);
    }

    private static void print(Evidence evidence) {
        if (evidence instanceof Evidence.OfText words) {
            System.out.printf(
                    Locale.ROOT,
                    "  %.2f  words %d-%d: %s[%s]%s%s%n",
                    words.weight(),
                    words.start(),
                    words.end(),
                    oneLine(words.prefix()),
                    oneLine(words.quote()),
                    oneLine(words.suffix()),
                    words.said()
                            .map(said -> String.format(
                                    Locale.ROOT, ", said in %s at %.1f-%.1f s", said.file(), said.from(), said.until()))
                            .orElse(""));
        } else if (evidence instanceof Evidence.OfFrame frame) {
            System.out.printf(
                    Locale.ROOT,
                    "  %.2f  %s%s: box %d,%d %dx%d%s%n",
                    frame.weight(),
                    frame.file(),
                    frame.time().isPresent()
                            ? String.format(
                                    Locale.ROOT,
                                    " at %.3f s (frame %d)",
                                    frame.time().getAsDouble(),
                                    frame.frame())
                            : "",
                    frame.x(),
                    frame.y(),
                    frame.width(),
                    frame.height(),
                    frame.text().map(c -> ", written: " + oneLine(c)).orElse(""));
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
