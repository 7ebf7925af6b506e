package org.newsreel.training.cli;

import ai.djl.Device;
import ai.djl.engine.Engine;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.encoder.PretrainedEncoder;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.source.GoldSource;
import org.newsreel.extraction.source.ItemFailed;
import org.newsreel.extraction.source.SourceEvent;
import org.newsreel.extraction.text.RelationLabels;
import org.newsreel.extraction.text.TextModel;
import org.newsreel.extraction.text.TextNetwork;
import org.newsreel.extraction.text.TextNetworkConfig;
import org.newsreel.training.corpus.Annotation;
import org.newsreel.training.corpus.TrainingDocument;
import org.newsreel.training.corpus.VideoSplit;
import org.newsreel.training.trainer.TextTrainer;
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
        description = "Train a network on a corpus.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Give --corpus and --data once for each corpus. Of M3D's English development set the held-back part is"
                    + " never trained on, and the tune part only with --with-tune."
        })
final class TrainCommand implements Callable<Integer> {
    /** The name under which the result is listed. */
    private static final String MODEL = "newsreel-text-en";

    @Parameters(index = "0", paramLabel = "NETWORK", description = "Which network: text.")
    private String network;

    @Option(names = "--corpus", required = true, paramLabel = "NAME", description = "m3d or docred; repeatable.")
    private List<String> corpora;

    @Option(names = "--data", required = true, paramLabel = "PATH", description = "The corpus's file; repeatable.")
    private List<Path> data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where checkpoint and model go.")
    private Path out;

    @Option(names = "--epochs", defaultValue = "14", description = "Passes (default: ${DEFAULT-VALUE}).")
    private int epochs;

    @Option(
            names = "--seed",
            defaultValue = "7",
            description = "Decides all that is random (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--with-tune", description = "Train on the tune part as well; for a model that is to ship.")
    private boolean withTune;

    @Option(names = "--resume", description = "Go on from the checkpoint in --out.")
    private boolean resume;

    @Option(
            names = "--precision",
            defaultValue = "bf16",
            description = "Of the encoder's products: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Precision precision;

    @Mixin
    private CommonOptions common;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Networks.check(network);
        if (corpora.size() != data.size()) {
            throw new CommandFailure(
                    CommandFailure.WRONG_CALL,
                    "There are " + corpora.size() + " --corpus and " + data.size() + " --data: give as many.");
        }
        if (epochs < 1) {
            throw new CommandFailure(CommandFailure.WRONG_CALL, "--epochs must be 1 or more.");
        }
        Engine.getInstance().setRandomSeed((int) seed);
        TextNetworkConfig config = TextNetworkConfig.m3d(BertConfig.bgeSmall());
        PrintWriter err = spec.commandLine().getErr();
        try (TextTokenizer tokenizer = TextTokenizer.pretrained();
                TextNetwork built = new TextNetwork(config, precision, Device.cpu())) {
            PretrainedEncoder.loadInto(built.encoder());
            List<TrainingDocument> main = new ArrayList<>();
            List<TrainingDocument> second = new ArrayList<>();
            int failed = 0;
            for (int i = 0; i < data.size(); i++) {
                Corpus corpus = Corpus.named(corpora.get(i));
                failed += read(corpus, data.get(i), tokenizer, built, corpus == Corpus.M3D ? main : second, err);
            }
            if (main.isEmpty() && second.isEmpty()) {
                throw new CommandFailure(CommandFailure.SOME_FAILED, "There is no document to train on.");
            }
            train(built, main, second, err);
            return failed == 0 ? 0 : CommandFailure.SOME_FAILED;
        }
    }

    private void train(TextNetwork built, List<TrainingDocument> main, List<TrainingDocument> second, PrintWriter err) {
        TrainingPlan plan = TrainingPlan.text(epochs, seed, precision);
        try (Progress progress = new Progress(common.quiet, "train");
                TextTrainer trainer = new TextTrainer(built, plan, out, progress::step)) {
            if (resume && !trainer.resume()) {
                throw new CommandFailure(CommandFailure.WRONG_CALL, "There is no checkpoint in " + out + ".");
            }
            while (trainer.done() < epochs) {
                double loss = trainer.epoch(main, second);
                spec.commandLine().getOut().printf("epoch %d of %d: mean loss %.4f%n", trainer.done(), epochs, loss);
                spec.commandLine().getOut().flush();
            }
        }
        Path model = out.resolve(MODEL);
        TextModel.save(model, MODEL, built, TextTrainer.FROZEN);
        spec.commandLine().getOut().println("model in " + model);
    }

    private int read(
            Corpus corpus,
            Path file,
            TextTokenizer tokenizer,
            TextNetwork built,
            List<TrainingDocument> into,
            PrintWriter err) {
        RelationLabels labels = new RelationLabels(built.config().relations());
        Annotation annotation = corpus == Corpus.M3D ? Annotation.FULL : Annotation.NAMES;
        int failed = 0;
        int tooLong = 0;
        try (GoldSource source = corpus.open(file)) {
            while (source.hasNext()) {
                SourceEvent event = source.next();
                if (event instanceof ItemFailed failure) {
                    err.println("newsreel: " + failure.sentence());
                    failed++;
                    continue;
                }
                GoldDocument gold = source.gold().orElseThrow();
                if (corpus == Corpus.M3D && !wanted(gold.item().id())) {
                    continue;
                }
                TrainingDocument document =
                        TrainingDocument.of(gold, tokenizer, built.config().types(), labels, annotation);
                if (built.fits(document.words())) {
                    into.add(document);
                } else {
                    tooLong++;
                }
            }
        }
        if (!common.quiet) {
            err.println("read " + into.size() + " documents of " + file
                    + (tooLong == 0 ? "" : ", left out " + tooLong + " that are longer than one window"));
        }
        return failed;
    }

    private boolean wanted(String id) {
        VideoSplit part = VideoSplit.of(id);
        return part == VideoSplit.TRAIN || withTune && part == VideoSplit.TUNE;
    }
}
