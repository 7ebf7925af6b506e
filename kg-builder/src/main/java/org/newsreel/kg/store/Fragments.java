package org.newsreel.kg.store;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Oa;
import org.newsreel.ontology.vocab.Rdf;

/** Compares a Media Fragment with the numbers beside it, which a shape can't do. */
final class Fragments {
    private static final String SECONDS = "[0-9]{1,9}(?:\\.[0-9]{1,9})?";
    private static final Pattern VALUE =
            Pattern.compile("(?:t=(" + SECONDS + "),(" + SECONDS + ")&)?xywh=([0-9]+),([0-9]+),([0-9]+),([0-9]+)");
    /** A container's duration may end a frame before its last frame's time. */
    private static final double SLACK = 1;

    private Fragments() {}

    /** What is wrong with a fragment selector, if something is. */
    static Optional<String> fault(Graph graph, Node selector) {
        String value = Verification.first(graph, selector, Rdf.VALUE, "");
        Matcher matcher = VALUE.matcher(value);
        if (!matcher.matches()) {
            return Optional.of("the fragment " + value + ", which can't be read");
        }
        for (Triple use : Verification.find(graph, Node.ANY, Oa.HAS_SELECTOR, selector)) {
            Node evidence = use.getSubject();
            String numbers = String.join(
                    ",",
                    Verification.first(graph, evidence, Nr.X, ""),
                    Verification.first(graph, evidence, Nr.Y, ""),
                    Verification.first(graph, evidence, Nr.WIDTH, ""),
                    Verification.first(graph, evidence, Nr.HEIGHT, ""));
            if (!value.endsWith("xywh=" + numbers)) {
                return Optional.of("the fragment " + value + " beside the box " + numbers);
            }
            String time = Verification.first(graph, evidence, Nr.TIME, "");
            if (time.isEmpty() != (matcher.group(1) == null)) {
                return Optional.of("the fragment " + value + " where the time is \"" + time + "\"");
            }
            if (!time.isEmpty()) {
                Optional<String> fault = timeFault(graph, evidence, value, matcher, time);
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> timeFault(
            Graph graph, Node evidence, String value, Matcher matcher, String written) {
        OptionalDouble read = seconds(written);
        if (read.isEmpty()) {
            return Optional.of("the time \"" + written + "\", which can't be read");
        }
        double time = read.getAsDouble();
        double from = Double.parseDouble(matcher.group(1));
        double to = Double.parseDouble(matcher.group(2));
        double duration = Verification.find(graph, evidence, Oa.HAS_SOURCE, Node.ANY).stream()
                .findFirst()
                .map(source -> Verification.first(graph, source.getObject(), Nr.DURATION, ""))
                .map(Fragments::seconds)
                .orElse(OptionalDouble.empty())
                .orElse(0);
        if (from >= to || time < from - SLACK || time > to + SLACK) {
            return Optional.of("the fragment " + value + " for the time " + time);
        }
        if (duration > 0 && to > duration) {
            return Optional.of("the fragment " + value + " in a video of " + duration + " seconds");
        }
        return Optional.empty();
    }

    /** Whoever may write to the store may write anything here. */
    private static OptionalDouble seconds(String written) {
        try {
            return OptionalDouble.of(Double.parseDouble(written));
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }
}
