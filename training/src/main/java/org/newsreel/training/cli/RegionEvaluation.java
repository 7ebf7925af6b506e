package org.newsreel.training.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.newsreel.extraction.media.MediaException;
import org.newsreel.extraction.model.ModelDirectory;
import org.newsreel.extraction.region.RegionStep;
import org.newsreel.extraction.region.SeenRegions;
import org.newsreel.extraction.shot.SamplingPolicy;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.source.GoldSource;
import org.newsreel.extraction.source.ItemFailed;
import org.newsreel.extraction.source.SourceEvent;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.Region;
import org.newsreel.training.metric.NameMetric;
import org.newsreel.training.metric.RegionMetric;
import org.newsreel.training.metric.Score;

/**
 * What {@code evaluate regions} does: the whole visual side on every item whose frames are annotated, against the
 * annotated boxes. People and things have the names that the annotators marked in the text, so that only what is seen is
 * measured.
 */
final class RegionEvaluation {
    /** The network's name on the command line, and the corpus with boxes. */
    static final String NAME = "regions";

    /** Options of {@code evaluate} that mean nothing here. */
    static final List<String> NOT_READ =
            List.of("--gold-mentions", "--precision", "--part", "--errors", "--pictures", "--device", "--train");

    private static final String CORPUS = "mdocre";
    private static final int SECOND = 25;
    private static final double PERCENT = 100;

    private final PrintWriter out;
    private final PrintWriter err;

    RegionEvaluation(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    int run(String corpus, Path gold, Path models, boolean json, Progress progress) {
        if (!corpus.equals(CORPUS)) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL,
                    "Regions are measured on the corpus mdocre alone: give --corpus mdocre and a directory of its samples.");
        }
        if (!Files.isDirectory(gold)) {
            throw new CommandFailure(CommandFailure.WRONG_CALL, "There is no directory " + gold + ".");
        }
        RegionMetric metric = new RegionMetric();
        NameMetric names = NameMetric.mdocre();
        Set<Path> looked = new HashSet<>();
        int items = 0;
        int failed = 0;
        Path directory = models == null ? ModelDirectory.shipped() : models;
        try (GoldSource source = GoldSource.mdocre(gold)) {
            while (source.hasNext()) {
                SourceEvent event = source.next();
                if (event instanceof ItemFailed failure) {
                    err.println("newsreel: " + failure.sentence());
                    failed++;
                    continue;
                }
                GoldDocument document = source.gold().orElseThrow();
                // The languages of a sample share its pictures, which count once.
                if (document.regions().isEmpty()
                        || !looked.add(document.item().media().get(0).file())) {
                    continue;
                }
                try {
                    SeenRegions seen = see(document, directory);
                    metric.add(document.regions(), seen.regions());
                    names.add(sample(document.item().id()), seen, document.mentions());
                    items++;
                } catch (MediaException e) {
                    err.println("newsreel: " + e.getMessage());
                    failed++;
                }
                progress.step(
                        "item " + (items + failed) + ", " + document.item().id());
            }
        }
        if (items == 0) {
            throw new CommandFailure(CommandFailure.SOME_FAILED, "No item of " + gold + " could be measured.");
        }
        if (json) {
            out.println(json(metric, names, items, failed));
        } else {
            print(metric, names, items, failed);
        }
        out.flush();
        return failed == 0 ? 0 : CommandFailure.SOME_FAILED;
    }

    private static SeenRegions see(GoldDocument document, Path models) {
        try (RegionStep step = RegionStep.load(models, new SamplingPolicy.EveryNth(step(document.regions())))
                .keepingEverySighting()) {
            return step.see(
                    document.item().media(),
                    document.chains(),
                    document.mentions(),
                    document.item().text());
        }
    }

    /** The directory of an item, whose id ends in its language. */
    private static String sample(String item) {
        return item.replaceFirst("-[a-z]{2}$", "");
    }

    /** A step that meets every annotated frame: one second, as the annotators took, where that does. */
    private static int step(List<Region> regions) {
        int step = SECOND;
        for (Region region : regions) {
            step = BigInteger.valueOf(step)
                    .gcd(BigInteger.valueOf(region.frame()))
                    .intValue();
        }
        return Math.max(1, step);
    }

    private static String json(RegionMetric metric, NameMetric names, int items, int failed) {
        ObjectNode node = JsonMapper.builder().build().createObjectNode();
        node.put("network", NAME);
        node.put("corpus", CORPUS);
        node.put("items", items);
        node.put("failed", failed);
        node.put("annotated", metric.annotated());
        node.put("found", metric.found());
        put(node.putObject("region"), metric.score());
        metric.byType().forEach((type, score) -> {
            ObjectNode one = node.putObject(type.name());
            one.put("annotated", metric.annotated(type));
            put(one, score);
        });
        node.put("calibrationError", rounded(PERCENT * metric.reliability().error()));
        ObjectNode named = node.putObject("names");
        named.put("found", names.named());
        put(named, names.score());
        named.put("calibrationError", rounded(PERCENT * names.reliability().error()));
        return node.toString();
    }

    private static void put(ObjectNode node, Score score) {
        node.put("precision", rounded(score.precision()));
        node.put("recall", rounded(score.recall()));
        node.put("f1", rounded(score.f1()));
    }

    private static double rounded(double value) {
        return Math.round(value * PERCENT) / PERCENT;
    }

    private void print(RegionMetric metric, NameMetric names, int items, int failed) {
        out.printf(
                Locale.ROOT,
                "regions on %s: %d items, %.1f %% failed; %d boxes annotated, %d found in their frames%n",
                CORPUS,
                items,
                PERCENT * failed / (items + failed),
                metric.annotated(),
                metric.found());
        out.printf("%-10s %9s %9s %9s %9s%n", "", "annotated", "precision", "recall", "F1");
        row("all", metric.annotated(), metric.score());
        for (EntityType type : EntityType.values()) {
            Score score = metric.byType().get(type);
            if (score != null) {
                row(type.name(), metric.annotated(type), score);
            }
        }
        out.printf(
                Locale.ROOT,
                "expected calibration error of boxes and types %.2f %%%n",
                PERCENT * metric.reliability().error());
        out.printf(
                Locale.ROOT,
                "names of people seen alone: precision %.2f over %d sightings, recall %.2f over the seconds, expected"
                        + " calibration error %.2f %%%n",
                names.score().precision(),
                names.named(),
                names.score().recall(),
                PERCENT * names.reliability().error());
    }

    private void row(String name, int annotated, Score score) {
        out.printf(
                Locale.ROOT,
                "%-10s %9d %9.2f %9.2f %9.2f%n",
                name,
                annotated,
                score.precision(),
                score.recall(),
                score.f1());
    }
}
