package org.newsreel.training.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.newsreel.training.metric.ChainErrors;
import org.newsreel.training.metric.ChainMetric;
import org.newsreel.training.metric.ChainRule;
import org.newsreel.training.metric.ErrorAnalysis;
import org.newsreel.training.metric.Reliability;

/** Shows an {@link ErrorAnalysis} to people and programs. */
record ErrorReport(ErrorAnalysis errors) {
    /** The chain F1 of each rule on the same mentions, as rows of the table of scores. */
    void printRules(PrintWriter out) {
        for (ChainRule rule : ChainRule.values()) {
            out.printf(
                    Locale.ROOT,
                    "%-30s %9.2f%n",
                    "  chain by rule " + rule.word(),
                    errors.rule(rule).f1());
        }
    }

    void print(PrintWriter out) {
        out.println();
        out.println("mentions");
        print(out, errors.entities().counts());
        out.printf(
                Locale.ROOT,
                "%nlinks to earlier mentions (%d mentions are first on both sides)%n",
                errors.chains().first());
        out.printf("  %-12s", "");
        for (ChainErrors.Strings strings : ChainErrors.Strings.values()) {
            out.printf(" %18s", word(strings));
        }
        out.println();
        errors.chains().counts().forEach((kind, counts) -> {
            out.printf("  %-12s", word(kind));
            counts.values().forEach(count -> out.printf(Locale.ROOT, " %18d", count));
            out.println();
        });
        out.println();
        out.println("relations found");
        print(out, errors.relations().found());
        out.println("relations annotated");
        print(out, errors.relations().gold());
        print(out, "mention", errors.mentionReliability());
        print(out, "relation", errors.relationReliability());
    }

    private static void print(PrintWriter out, Map<? extends Enum<?>, Integer> counts) {
        counts.forEach((kind, count) -> out.printf(Locale.ROOT, "  %-20s %6d%n", word(kind), count));
    }

    private static void print(PrintWriter out, String what, Reliability reliability) {
        out.printf(
                Locale.ROOT,
                "%nconfidence of %ss: expected calibration error %.4f over %d%n",
                what,
                reliability.error(),
                reliability.count());
        for (Reliability.Bin bin : reliability.bins()) {
            if (bin.count() > 0) {
                out.printf(
                        Locale.ROOT,
                        "  %.1f to %.1f: %6d, mean confidence %.3f, right %.3f%n",
                        bin.low(),
                        bin.high(),
                        bin.count(),
                        bin.confidence(),
                        bin.right());
            }
        }
    }

    /** Adds everything to an object. */
    void put(ObjectNode node) {
        put(node.putObject("entity"), errors.entities().counts());
        ObjectNode chain = node.putObject("chain");
        chain.put("first", errors.chains().first());
        errors.chains().counts().forEach((kind, counts) -> put(chain.putObject(word(kind)), counts));
        ObjectNode relation = node.putObject("relation");
        put(relation.putObject("found"), errors.relations().found());
        put(relation.putObject("gold"), errors.relations().gold());
        put(node.putObject("mentionConfidence"), errors.mentionReliability());
        put(node.putObject("relationConfidence"), errors.relationReliability());
        ObjectNode rules = node.putObject("chainRules");
        for (ChainRule rule : ChainRule.values()) {
            ChainMetric metric = errors.rule(rule);
            ObjectNode scores = rules.putObject(rule.word());
            scores.put("muc", rounded(metric.muc().f1()));
            scores.put("b3", rounded(metric.bCubed().f1()));
            scores.put("ceafe", rounded(metric.ceaf().f1()));
            scores.put("f1", rounded(metric.f1()));
        }
    }

    private static void put(ObjectNode node, Map<? extends Enum<?>, Integer> counts) {
        counts.forEach((kind, count) -> node.put(word(kind), count));
    }

    private static void put(ObjectNode node, Reliability reliability) {
        node.put("expectedCalibrationError", Math.round(reliability.error() * 10_000) / 10_000.0);
        node.put("count", reliability.count());
        ArrayNode bins = node.putArray("bins");
        for (Reliability.Bin bin : reliability.bins()) {
            ObjectNode one = bins.addObject();
            one.put("low", bin.low());
            one.put("high", bin.high());
            one.put("count", bin.count());
            one.put("confidence", Math.round(bin.confidence() * 10_000) / 10_000.0);
            one.put("right", Math.round(bin.right() * 10_000) / 10_000.0);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static String word(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
