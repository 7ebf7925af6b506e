package org.newsreel.training.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.source.GoldSource;
import org.newsreel.extraction.source.ItemFailed;
import org.newsreel.extraction.source.SourceEvent;
import org.newsreel.extraction.text.GoldTextExtractor;
import org.newsreel.training.corpus.Annotation;
import org.newsreel.training.corpus.Split;
import org.newsreel.training.metric.Evaluation;
import org.newsreel.training.metric.Score;
import org.newsreel.training.paper.NetworkMeasure;
import org.newsreel.training.paper.Recipes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a network on an annotated file. */
@Command(
        name = "evaluate",
        description = "Measure the models on an annotated corpus, with the papers' metrics.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NETWORK",
            description =
                    "Which network: text, pair, hmnet, hmnet-entities, hvformer, dgfpt, m3d or mdocre; or regions, for"
                            + " what pictures show on the corpus mdocre (default: pair for"
                            + " the corpus mnre, else text).")
    private String network;

    @Option(names = "--corpus", required = true, paramLabel = "NAME", description = Corpus.NAMES + ".")
    private String corpus;

    @Option(names = "--gold", required = true, paramLabel = "FILE", description = "The annotated documents.")
    private Path gold;

    @Option(
            names = "--train",
            paramLabel = "FILE",
            description =
                    "What the network text was trained on, in the same corpus' form: relations are then also measured"
                            + " without the facts that it states (DocRED's Ign F1); repeatable.")
    private List<Path> train = List.of();

    @Option(
            names = "--gold-mentions",
            description = "Find chains over the annotated mentions and relations over the annotated chains.")
    private boolean goldMentions;

    @Option(
            names = "--models",
            paramLabel = "DIR",
            description = "A model's directory, or a directory of models (default: the models that ship).")
    private Path models;

    @Option(
            names = "--part",
            paramLabel = "PART",
            description = "Only a part of M3D's development set or of DocRED: train, tune or held-back.")
    private String part;

    @Option(
            names = "--precision",
            paramLabel = Precision.NAMES,
            defaultValue = "fp32",
            description = "Of the encoder's matrix products (default: ${DEFAULT-VALUE}).")
    private String precision;

    @Option(names = "--errors", description = "Print classes of errors and how far confidences can be believed.")
    private boolean errors;

    @Option(names = "--json", description = "Print one JSON object, with the errors.")
    private boolean json;

    @Mixin
    private PictureOptions sight;

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String chosenNetwork = network == null ? Networks.of(corpus) : network;
        if (chosenNetwork.equals(RegionEvaluation.NAME)) {
            refuse(RegionEvaluation.NAME, RegionEvaluation.NOT_READ);
            try (Progress progress = new Progress(common.quiet, "evaluate")) {
                return new RegionEvaluation(
                                spec.commandLine().getOut(), spec.commandLine().getErr())
                        .run(corpus, gold, models, json, progress);
            }
        }
        if (!Recipes.has(chosenNetwork)) {
            refuse(chosenNetwork, List.of("--pictures", "--device"));
        }
        if (chosenNetwork.equals(Networks.PAIR)) {
            refuse(chosenNetwork, List.of("--train"));
            return evaluatePair();
        }
        if (Recipes.has(chosenNetwork)) {
            return evaluatePaper();
        }
        Networks.check(chosenNetwork);
        Corpus chosen = Corpus.named(corpus);
        Optional<Split> only = Optional.ofNullable(part).map(TrainCommand::split);
        Precision exactness = precision();
        Annotation annotation = chosen.annotation(gold);
        Evaluation evaluation;
        PrintWriter err = spec.commandLine().getErr();
        try (GoldSource source = chosen.open(gold);
                LanguageExtractors extractors = new LanguageExtractors(models, annotation.space(), exactness);
                Progress progress = new Progress(common.quiet, "evaluate")) {
            evaluation = new Evaluation(extractors.space());
            see(evaluation, chosen, err);
            while (source.hasNext()) {
                SourceEvent event = source.next();
                if (event instanceof ItemFailed failed) {
                    err.println("newsreel: " + failed.sentence());
                    evaluation.addFailure();
                    continue;
                }
                GoldDocument document = source.gold().orElseThrow();
                if (only.isEmpty() || Split.of(annotation, document.item().id()) == only.get()) {
                    measure(evaluation, extractors.of(document), document, err);
                    progress.step("document " + (evaluation.documents() + evaluation.failed()) + ", "
                            + document.item().id());
                }
            }
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(evaluation, annotation.chains()));
        } else {
            print(out, evaluation, annotation.chains());
        }
        out.flush();
        if (evaluation.documents() == 0) {
            throw new CommandFailure(CommandFailure.SOME_FAILED, "No document of " + gold + " could be measured.");
        }
        return evaluation.failed() == 0 ? 0 : CommandFailure.SOME_FAILED;
    }

    /** Tells an evaluation which facts are no news. */
    private void see(Evaluation evaluation, Corpus corpus, PrintWriter err) {
        for (Path file : train) {
            CorpusReading.of(corpus, file, err).documents().forEach(marked -> evaluation.see(marked.document()));
        }
    }

    private void refuse(String of, List<String> options) {
        for (String option : options) {
            if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new CommandFailure(
                        CommandFailure.WRONG_CALL, "Measuring " + of + " does not read " + option + ": leave it out.");
            }
        }
    }

    private int evaluatePaper() {
        boolean seeing = sight.pictures().isPresent();
        Recipes.objection(network, List.of(corpus), seeing, false).ifPresent(sentence -> {
            throw new CommandFailure(CommandFailure.WRONG_CALL, sentence);
        });
        refuse(network, List.of("--gold-mentions", "--precision", "--errors", "--train"));
        if (models == null) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL, "Measuring " + network + " needs a model: give --models.");
        }
        if (!Files.exists(gold)) {
            throw new CommandFailure(CommandFailure.WRONG_CALL, "There is no file " + gold + ".");
        }
        NetworkMeasure measure = new NetworkMeasure(
                network,
                corpus,
                gold,
                sight.pictures(),
                Optional.ofNullable(part).map(TrainCommand::split),
                sight.device());
        return new NetworkEvaluation(
                        spec.commandLine().getOut(), spec.commandLine().getErr())
                .run(measure, models, json);
    }

    private Precision precision() {
        try {
            return Precision.named(precision);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL, "--precision must be fp32 or bf16 but is " + precision + ".", e);
        }
    }

    private int evaluatePair() {
        if (!corpus.equals(Networks.PAIR_CORPUS)) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL,
                    "The network pair is measured on the corpus mnre alone: give --corpus mnre.");
        }
        return new PairEvaluation(
                        spec.commandLine().getOut(), spec.commandLine().getErr())
                .run(gold, models, json);
    }

    private void measure(Evaluation evaluation, GoldTextExtractor extractor, GoldDocument document, PrintWriter err) {
        String text = document.item().text();
        try {
            if (goldMentions) {
                evaluation.add(
                        document,
                        extractor.extractWithGold(text, document.mentions()),
                        extractor.extractWithGold(text, document.mentions(), document.chains()));
            } else {
                evaluation.add(document, extractor.extract(text));
            }
        } catch (RuntimeException e) {
            if (common.debug) {
                e.printStackTrace(err);
            }
            err.println("newsreel: document " + document.item().id() + " failed: " + e.getMessage());
            evaluation.addFailure();
        }
    }

    private String json(Evaluation evaluation, boolean chains) {
        JsonMapper mapper = JsonMapper.builder().build();
        ObjectNode node = mapper.createObjectNode();
        node.put("corpus", corpus);
        node.put("documents", evaluation.documents());
        node.put("failed", evaluation.failed());
        node.put("goldMentions", goldMentions);
        put(node.putObject("entity"), evaluation.entities());
        if (chains) {
            ObjectNode chain = node.putObject("chain");
            put(chain.putObject("muc"), evaluation.chains().muc());
            put(chain.putObject("b3"), evaluation.chains().bCubed());
            put(chain.putObject("ceafe"), evaluation.chains().ceaf());
            chain.put("f1", rounded(evaluation.chains().f1()));
            put(node.putObject("relation"), evaluation.relations());
            evaluation.unseenRelations().ifPresent(score -> put(node.putObject("relationIgn"), score));
        }
        new ErrorReport(evaluation.errors()).put(node.putObject("errors"));
        return node.toString();
    }

    private static void put(ObjectNode node, Score score) {
        node.put("precision", rounded(score.precision()));
        node.put("recall", rounded(score.recall()));
        node.put("f1", rounded(score.f1()));
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private void print(PrintWriter out, Evaluation evaluation, boolean chains) {
        int all = evaluation.documents() + evaluation.failed();
        out.printf(
                Locale.ROOT,
                "%s: %d documents, %.1f %% failed%s%n",
                corpus,
                evaluation.documents(),
                all == 0 ? 0 : 100.0 * evaluation.failed() / all,
                goldMentions ? ", over annotated mentions and chains" : "");
        out.printf("%-10s %9s %9s %9s%n", "", "precision", "recall", "F1");
        row(out, "entity", evaluation.entities());
        if (chains) {
            chains(out, evaluation);
        }
        ErrorReport report = new ErrorReport(evaluation.errors());
        if (goldMentions) {
            report.printRules(out);
        }
        if (errors) {
            report.print(out);
        }
    }

    /** What corpora that mark names alone say nothing about. */
    private static void chains(PrintWriter out, Evaluation evaluation) {
        row(out, "MUC", evaluation.chains().muc());
        row(out, "B3", evaluation.chains().bCubed());
        row(out, "CEAF-e", evaluation.chains().ceaf());
        out.printf(
                Locale.ROOT,
                "%-10s %9s %9s %9.2f%n",
                "chain",
                "",
                "",
                evaluation.chains().f1());
        row(out, "relation", evaluation.relations());
        evaluation.unseenRelations().ifPresent(score -> row(out, "Ign", score));
    }

    private static void row(PrintWriter out, String name, Score score) {
        out.printf(Locale.ROOT, "%-10s %9.2f %9.2f %9.2f%n", name, score.precision(), score.recall(), score.f1());
    }
}
