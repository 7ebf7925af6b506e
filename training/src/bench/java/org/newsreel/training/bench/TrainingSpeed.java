package org.newsreel.training.bench;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.newsreel.extraction.encoder.BertConfig;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.encoder.PretrainedEncoder;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.source.GoldSource;
import org.newsreel.extraction.text.TextNetwork;
import org.newsreel.extraction.text.TextNetworkConfig;
import org.newsreel.ontology.bench.BenchReport;
import org.newsreel.training.corpus.Annotation;
import org.newsreel.training.corpus.TrainingDocument;
import org.newsreel.training.corpus.TrainingDocuments;
import org.newsreel.training.trainer.TextTrainer;
import org.newsreel.training.trainer.TrainingPlan;

/** Steps of the trainer, all heads, losses, clipping and optimiser included, on documents of 256 word pieces. */
final class TrainingSpeed {
    private static final int PIECES = 256;
    private static final String AIM = "at least 5";

    private TrainingSpeed() {}

    static void run(int steps, Path directory, int threads) throws IOException {
        BenchReport report = new BenchReport("training", "A training step with all heads")
                .remark("Documents of %d word pieces, %d threads; medians of %d steps.", PIECES, threads, steps);
        for (int batch : new int[] {4, 8}) {
            for (Precision precision : new Precision[] {Precision.BF16, Precision.FP32}) {
                Contest.Result r = step(batch, precision, steps, directory.resolve(batch + "-" + precision));
                report.figure(
                        "batches of " + batch,
                        "Newsreel, " + precision.name().toLowerCase(Locale.ROOT),
                        batch / r.seconds(),
                        "documents/s",
                        AIM);
            }
        }
        report.write();
    }

    private static Contest.Result step(int batch, Precision precision, int steps, Path directory) throws IOException {
        TextNetworkConfig config = TextNetworkConfig.m3d(BertConfig.bgeSmall());
        TrainingPlan standard = TrainingPlan.text(1, 1, 5e-5, Map.of(), precision);
        TrainingPlan plan = new TrainingPlan(
                1,
                1,
                standard.rate(),
                standard.layerDecay(),
                standard.headFactor(),
                standard.maxNorm(),
                batch * PIECES,
                Map.of(),
                precision);
        Files.createDirectories(directory);
        // The first step warms up.
        Path file = Files.writeString(
                directory.resolve("gold.json"), MadeText.m3d((steps + 1) * batch, PIECES - 2));
        List<Double> seconds = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        long[] last = {System.nanoTime(), Contest.processorTime()};
        try (TextTokenizer tokenizer = TextTokenizer.pretrained();
                TextNetwork network = new TextNetwork(config, precision, Device.cpu());
                TextTrainer trainer = new TextTrainer(network, plan, directory, line -> {
                    long now = System.nanoTime();
                    seconds.add((now - last[0]) / 1e9);
                    last[0] = now;
                    long cpu = Contest.processorTime();
                    processor.add((cpu - last[1]) / 1e9);
                    last[1] = cpu;
                })) {
            PretrainedEncoder.loadInto(network.encoder());
            trainer.epoch(documents(file, tokenizer, config));
        }
        return new Contest.Result(
                precision.name(),
                Contest.median(seconds.subList(1, seconds.size())),
                Contest.median(processor.subList(1, processor.size())));
    }

    private static List<TrainingDocument> documents(Path file, TextTokenizer tokenizer, TextNetworkConfig config) {
        TrainingDocuments reader = new TrainingDocuments(tokenizer, config);
        List<TrainingDocument> documents = new ArrayList<>();
        try (GoldSource source = GoldSource.m3d(file)) {
            while (source.hasNext()) {
                source.next();
                documents.addAll(reader.of(source.gold().orElseThrow(), Annotation.M3D));
            }
        }
        return documents;
    }
}
