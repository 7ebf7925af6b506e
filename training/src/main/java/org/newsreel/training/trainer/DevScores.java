package org.newsreel.training.trainer;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.newsreel.extraction.encoder.TextTokenizer;
import org.newsreel.extraction.source.GoldDocument;
import org.newsreel.extraction.text.NeuralTextExtractor;
import org.newsreel.extraction.text.TextNetwork;
import org.newsreel.training.metric.Evaluation;

/** Measures a network that is being trained. */
public final class DevScores {
    private DevScores() {}

    /**
     * Reads documents end to end and compares.
     *
     * @param space label space that they are annotated in
     */
    public static Evaluation of(
            TextNetwork network, TextTokenizer tokenizer, String space, List<GoldDocument> documents) {
        // Inference switches differentiation off for its thread, for good.
        return apart(() -> {
            Evaluation evaluation = new Evaluation(network.config().space(space));
            NeuralTextExtractor extractor =
                    NeuralTextExtractor.of(network, tokenizer).in(space);
            for (GoldDocument document : documents) {
                evaluation.add(document, extractor.extract(document.item().text()));
            }
            return evaluation;
        });
    }

    /** Runs something in a thread of its own and waits for it. */
    public static <T> T apart(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "measure");
        thread.start();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
