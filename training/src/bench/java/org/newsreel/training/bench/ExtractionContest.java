package org.newsreel.training.bench;

import ai.djl.Device;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.newsreel.extraction.encoder.Precision;
import org.newsreel.extraction.source.GoldSource;
import org.newsreel.extraction.text.NeuralTextExtractor;
import org.newsreel.ontology.bench.BenchReport;
import org.newsreel.training.corpus.Annotation;
import org.newsreel.training.corpus.Split;

/** Mentions, chains and relations of whole documents: the shipped extractor beside Stanford CoreNLP. */
final class ExtractionContest {
    private static final Path CORPUS = Path.of("..", "..", "shared", "data", "m3d", "dev_en.json");
    private static final String AIM = "at least 15";

    private ExtractionContest() {}

    static void run(int repetitions, int documents, int threads) {
        boolean real = Files.exists(CORPUS);
        List<String> texts = real ? corpus(documents) : made(documents);
        long tokens = texts.stream().mapToLong(t -> t.split("\\s+").length).sum();
        Path model = Path.of("..", "extraction", "models", "newsreel-text-en");
        try (NeuralTextExtractor exact = NeuralTextExtractor.load(model, Device.cpu());
                NeuralTextExtractor half = NeuralTextExtractor.load(model, Device.cpu(), Precision.BF16)) {
            StanfordCoreNLP coreNlp = coreNlp(threads);
            List<Contest.Result> results = Contest.of(
                    1,
                    repetitions,
                    List.of(
                            new Contest.Side("CoreNLP 4.5.10", () -> texts.forEach(t -> {
                                CoreDocument document = new CoreDocument(t);
                                coreNlp.annotate(document);
                            })),
                            new Contest.Side("Newsreel, fp32", () -> texts.forEach(exact::extract)),
                            new Contest.Side("Newsreel, bf16", () -> texts.forEach(half::extract))));
            BenchReport report = new BenchReport("extraction", "Text extraction beside Stanford CoreNLP")
                    .remark(
                            "%d %s, %d tokens, %d threads each; entities, chains, relations; medians of %d.",
                            texts.size(),
                            real ? "documents of M3D" : "made documents",
                            tokens,
                            threads,
                            repetitions);
            Contest.Result base = results.get(0);
            for (Contest.Result r : results) {
                double ratio = base.seconds() / r.seconds();
                if (r == base) {
                    report.compared("whole documents", r.name(), tokens / r.seconds(), "tokens/s", ratio);
                } else {
                    report.compared("whole documents", r.name(), tokens / r.seconds(), "tokens/s", ratio, AIM);
                }
            }
            for (Contest.Result r : results) {
                report.compared(
                        "whole documents, by processor time",
                        r.name(),
                        tokens / r.processorSeconds(),
                        "tokens/s",
                        base.processorSeconds() / r.processorSeconds());
            }
            report.write();
        }
    }

    private static StanfordCoreNLP coreNlp(int threads) {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner,depparse,coref,kbp");
        properties.setProperty("threads", Integer.toString(threads));
        return new StanfordCoreNLP(properties);
    }

    private static List<String> corpus(int documents) {
        List<String> texts = new ArrayList<>();
        try (GoldSource source = GoldSource.m3d(CORPUS)) {
            while (source.hasNext() && texts.size() < documents) {
                source.next();
                source.gold()
                        .map(g -> g.item())
                        .filter(i -> Split.of(Annotation.M3D, i.id()) == Split.HELD_BACK)
                        .ifPresent(i -> texts.add(i.text()));
            }
        }
        return texts;
    }

    private static List<String> made(int documents) {
        return IntStream.range(0, documents)
                .mapToObj(i -> MadeText.plain(i, 300))
                .toList();
    }
}
