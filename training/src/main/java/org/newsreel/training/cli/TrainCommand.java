package org.newsreel.training.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.text.LabelSpace;
import org.newsreel.extraction.text.TextNetworkConfig;
import org.newsreel.training.corpus.Annotation;
import org.newsreel.training.corpus.Split;
import org.newsreel.training.paper.NetworkRun;
import org.newsreel.training.paper.Recipes;
import org.newsreel.training.trainer.PairPlan;
import org.newsreel.training.trainer.TrainingPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a network. */
@Command(
        name = "train",
        description = "Train a network on corpora.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "hmnet, hvformer and dgfpt learn from mnre, hmnet-entities from twitter, m3d from m3d, mdocre from m3d, docred or"
                    + " mdocre, with --pictures or without; text-zh learns from m3d and pair from mnre.",
            "",
            "Give --corpus and --data once for each file. M3D's English development set is divided by video and DocRED's"
                    + " by title into train, tune and held-back; --parts says which are trained on. When tune is not"
                    + " among them, M3D's tune part is measured after every epoch and the best epoch's model is kept."
        })
final class TrainCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "NETWORK",
            description = "Which network: text, text-zh, pair, hmnet, hmnet-entities, hvformer, dgfpt, m3d or mdocre.")
    private String network;

    @Option(
            names = "--corpus",
            required = true,
            paramLabel = "NAME",
            description = Corpus.NAMES + "; for mdocre also mdocre, for hmnet and hvformer also made; repeatable.")
    private List<String> corpora;

    @Option(names = "--data", required = true, paramLabel = "PATH", description = "The corpus's file; repeatable.")
    private List<Path> data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where checkpoint and model go.")
    private Path out;

    @Option(names = "--epochs", defaultValue = "12", description = "Passes (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--stop-after",
            paramLabel = "N",
            description = "Stop after so many of the --epochs, as a start for another run.")
    private int stopAfter = Integer.MAX_VALUE;

    @Option(
            names = "--rate",
            defaultValue = "1e-4",
            description = "Peak learning rate of the encoder's last layer; of all its layers for published networks"
                    + " (default: ${DEFAULT-VALUE}).")
    private double rate;

    @Option(
            names = "--seed",
            defaultValue = "7",
            description = "Decides all that is random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--draw",
            paramLabel = "SPACE=N",
            description = "Documents of a label space that an epoch draws: m3d, wikidata, gum, twitter2015, twitter2017"
                    + " or crossner; repeatable (default: all).")
    private Map<String, Integer> draw = Map.of();

    @Option(
            names = "--only",
            paramLabel = "N",
            description = "Train on N of M3D's documents only, the same ones every time, for a learning curve.")
    private int only = Integer.MAX_VALUE;

    @Option(
            names = "--parts",
            split = ",",
            defaultValue = "train",
            paramLabel = "PART",
            description = "Parts that are trained on: train, tune, held-back (default: ${DEFAULT-VALUE}).")
    private List<String> parts;

    @Option(
            names = "--held-back",
            split = ",",
            paramLabel = "SPACE",
            description = "Label spaces whose held-back part is not trained on whatever --parts says.")
    private List<String> alwaysHeldBack = List.of();

    @Option(
            names = "--patience",
            defaultValue = "4",
            description = "End after so many epochs without a better score (default: ${DEFAULT-VALUE}).")
    private int patience;

    @Option(
            names = "--start",
            paramLabel = "DIR",
            description = "Start from the checkpoint of another run; pair takes a text network's encoder.")
    private Path start;

    @Option(
            names = "--cross-validate",
            paramLabel = "K",
            description = "Train K times, each time without one K-th of M3D's videos, and measure on that.")
    private int folds;

    @Option(
            names = "--decisions",
            paramLabel = "FILE",
            description = "Thresholds and calibration as --cross-validate wrote them, for the model.")
    private Path decisions;

    @Option(names = "--resume", description = "Go on from the checkpoint in --out.")
    private boolean resume;

    @Option(
            names = "--precision",
            defaultValue = "bf16",
            description = "Of the encoder's products: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Precision precision;

    @Mixin
    private PictureOptions sight;

    @Mixin
    private EncoderOptions encoders;

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    /** Options that a network's training reads beside those of every network; text reads all. */
    private static final Map<String, Set<String>> READ = Map.of(
            Networks.PAIR,
            Set.of("--epochs", "--rate", "--patience", "--start", "--resume", "--precision"),
            ChineseTraining.NETWORK,
            Set.of("--parts", "--cross-validate", "--decisions"));

    /** Of a loaded encoder; what stands on it learns ten times as fast. */
    private static final double PAPER_RATE = 3e-5;

    private static final Set<String> READ_BY_ALL =
            Set.of("--corpus", "--data", "--out", "--seed", "--quiet", "--debug");

    /** Options of published networks. */
    private static final Set<String> OF_PAPERS =
            Set.of("--pictures", "--device", "--text", "--image", "--batch", "--small");

    private static final Set<String> READ_BY_PAPERS =
            Set.of("--epochs", "--stop-after", "--rate", "--patience", "--resume");

    private boolean reads(String option) {
        if (Recipes.has(network)) {
            return READ_BY_PAPERS.contains(option) || OF_PAPERS.contains(option);
        }
        return READ.containsKey(network) ? READ.get(network).contains(option) : !OF_PAPERS.contains(option);
    }

    private void refuseWhatIsNotRead() {
        spec.commandLine().getParseResult().matchedOptions().forEach(option -> {
            String name = option.longestName();
            if (!reads(name) && !READ_BY_ALL.contains(name)) {
                throw new CommandFailure(
                        CommandFailure.WRONG_CALL,
                        "Training of " + network + " does not read " + name + ": leave it out.");
            }
        });
    }

    @Override
    public Integer call() {
        refuseWhatIsNotRead();
        if (network.equals(Networks.PAIR)) {
            return trainPair();
        }
        if (Recipes.has(network)) {
            return trainPaper();
        }
        Networks.check(network);
        checkFiles();
        if (epochs < 1 || stopAfter < 1 || folds < 0 || folds == 1) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL,
                    "--epochs and --stop-after must be 1 or more and --cross-validate 2 or more.");
        }
        PrintWriter err = spec.commandLine().getErr();
        List<CorpusReading.Marked> all = new ArrayList<>();
        int failed = 0;
        for (int i = 0; i < data.size(); i++) {
            CorpusReading.Read read = CorpusReading.of(Corpus.named(corpora.get(i)), data.get(i), err);
            all.addAll(read.documents());
            failed += read.failed();
        }
        if (all.isEmpty()) {
            throw new CommandFailure(CommandFailure.SOME_FAILED, "There is no document to train on.");
        }
        if (network.equals(ChineseTraining.NETWORK)) {
            chinese(all);
            return failed == 0 ? 0 : CommandFailure.SOME_FAILED;
        }
        TextNetworkConfig config = TextNetworkConfig.of(BertConfig.bgeSmall(), LabelSpace.standard());
        if (decisions != null) {
            config = Decisions.read(decisions).in(config);
        }
        TrainingPlan plan = TrainingPlan.text(epochs, seed, rate, draws(), precision);
        PrintWriter lines = spec.commandLine().getOut();
        try (Progress progress = new Progress(common.quiet, "train")) {
            if (folds > 0) {
                new CrossValidation(config, plan, out, Optional.ofNullable(start), folds)
                        .run(all, resume, lines, progress);
            } else {
                train(config, plan, all, lines, progress);
            }
        }
        return failed == 0 ? 0 : CommandFailure.SOME_FAILED;
    }

    private void checkFiles() {
        if (corpora.size() != data.size()) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL,
                    "There are " + corpora.size() + " --corpus and " + data.size() + " --data: give as many.");
        }
    }

    private int trainPaper() {
        checkFiles();
        Recipes.objection(network, corpora, sight.pictures().isPresent(), encoders.image())
                .ifPresent(sentence -> {
                    throw new CommandFailure(CommandFailure.WRONG_CALL, sentence);
                });
        if (epochs < 1 || stopAfter < 1 || patience < 1 || !(rate > 0)) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL,
                    "--epochs, --stop-after and --patience must be 1 or more and --rate positive.");
        }
        data.stream().filter(file -> !Files.exists(file)).findFirst().ifPresent(file -> {
            throw new CommandFailure(CommandFailure.WRONG_CALL, "There is no file " + file + ".");
        });
        double peak = spec.commandLine().getParseResult().hasMatchedOption("--rate") ? rate : PAPER_RATE;
        NetworkRun.Settings settings = new NetworkRun.Settings(
                epochs, stopAfter, seed, peak, patience, encoders.batch(), resume, sight.device());
        PrintWriter lines = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Progress progress = new Progress(common.quiet, "train")) {
            NetworkRun.Voice voice = new NetworkRun.Voice(
                    line -> {
                        lines.println(line);
                        lines.flush();
                    },
                    note -> err.println("newsreel: " + note),
                    progress::step);
            NetworkRun run = new NetworkRun(
                    network, corpora.get(0), data, sight.pictures(), encoders.encoders(), settings, voice);
            return run.into(out) == 0 ? 0 : CommandFailure.SOME_FAILED;
        }
    }

    private int trainPair() {
        if (corpora.stream().anyMatch(name -> !name.equals(Networks.PAIR_CORPUS))) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL,
                    "The network pair learns from the corpus mnre alone: give --corpus mnre.");
        }
        if (epochs < 1 || patience < 1 || !(rate > 0)) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL, "--epochs and --patience must be 1 or more and --rate positive.");
        }
        // The default of --epochs is the text network's.
        int passes = spec.commandLine().getParseResult().hasMatchedOption("--epochs") ? epochs : PairPlan.EPOCHS;
        return new PairTraining(
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr(),
                        common.quiet,
                        Optional.ofNullable(start))
                .run(data, out, PairPlan.mnre(passes, seed, rate, patience, precision), resume);
    }

    private void train(
            TextNetworkConfig config,
            TrainingPlan plan,
            List<CorpusReading.Marked> all,
            PrintWriter lines,
            Progress progress) {
        Set<Split> trained = EnumSet.noneOf(Split.class);
        parts.forEach(p -> trained.add(split(p)));
        List<CorpusReading.Marked> gold = all.stream()
                .filter(m -> trained.contains(splitOf(m)) && !heldBack(m))
                .toList();
        gold = firstOfM3d(gold);
        List<GoldDocument> dev = trained.contains(Split.TUNE)
                ? List.of()
                : all.stream()
                        .filter(m -> m.annotation() == Annotation.M3D && splitOf(m) == Split.TUNE)
                        .map(CorpusReading.Marked::document)
                        .toList();
        TextTraining run = new TextTraining(
                config, plan, out, Optional.ofNullable(start), dev, patience, Math.min(stopAfter, epochs));
        run.run(gold, resume, lines, progress);
        lines.println("model in " + run.model());
    }

    private void chinese(List<CorpusReading.Marked> all) {
        Set<Split> trained = EnumSet.noneOf(Split.class);
        parts.forEach(p -> trained.add(split(p)));
        List<GoldDocument> gold = all.stream()
                .filter(m -> trained.contains(splitOf(m)))
                .map(CorpusReading.Marked::document)
                .toList();
        ChineseTraining training = new ChineseTraining(out, seed, Optional.ofNullable(decisions));
        PrintWriter lines = spec.commandLine().getOut();
        try (Progress progress = new Progress(common.quiet, "train")) {
            if (folds > 0) {
                training.crossValidate(gold, folds, lines, progress);
            } else {
                training.train(gold, lines, progress);
            }
        }
    }

    /** All documents but M3D's, and of those the first in the order of their names' hashes. */
    private List<CorpusReading.Marked> firstOfM3d(List<CorpusReading.Marked> gold) {
        List<CorpusReading.Marked> kept = new ArrayList<>();
        List<CorpusReading.Marked> m3d = new ArrayList<>();
        gold.forEach(m -> (m.annotation() == Annotation.M3D ? m3d : kept).add(m));
        m3d.sort(Comparator.comparing(m -> Split.order(m.document().item().id())));
        kept.addAll(m3d.subList(0, Math.min(only, m3d.size())));
        return kept;
    }

    private boolean heldBack(CorpusReading.Marked marked) {
        return splitOf(marked) == Split.HELD_BACK
                && alwaysHeldBack.contains(marked.annotation().space());
    }

    private static Split splitOf(CorpusReading.Marked marked) {
        return Split.of(marked.annotation(), marked.document().item().id());
    }

    /** A part by the name that users give. */
    static Split split(String name) {
        try {
            return Split.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL, "There is no part " + name + ": give train, tune or held-back.", e);
        }
    }

    private Map<Annotation, Integer> draws() {
        Map<Annotation, Integer> draws = new EnumMap<>(Annotation.class);
        draw.forEach((space, count) -> {
            Annotation annotation = java.util.Arrays.stream(Annotation.values())
                    .filter(a -> a.space().equals(space))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailure(
                            CommandFailure.WRONG_CALL, "There is no label space " + space + " to draw from."));
            draws.put(annotation, count);
        });
        return draws;
    }
}
