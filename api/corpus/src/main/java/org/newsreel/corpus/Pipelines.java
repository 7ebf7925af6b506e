package org.newsreel.corpus;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.newsreel.extraction.pipeline.ExtractionPipeline;

/**
 * The pipelines of an executor process, with their models: as many as tasks ever ran at a time, kept from task to task.
 * They end with the process, or with {@link #close} where the process goes on. Thread safe.
 */
final class Pipelines {
    private static final Map<String, Deque<ExtractionPipeline>> IDLE = new HashMap<>();

    private Pipelines() {}

    /** A pipeline for one thread, to be given back. */
    static ExtractionPipeline take(Settings settings, String device) {
        synchronized (IDLE) {
            ExtractionPipeline idle =
                    IDLE.computeIfAbsent(device, d -> new ArrayDeque<>()).poll();
            if (idle != null) {
                return idle;
            }
        }
        return ExtractionPipeline.open(settings.config(device));
    }

    static void giveBack(String device, ExtractionPipeline pipeline) {
        synchronized (IDLE) {
            IDLE.get(device).push(pipeline);
        }
    }

    /** Frees every idle pipeline. */
    static void close() {
        synchronized (IDLE) {
            IDLE.values().forEach(idle -> idle.forEach(ExtractionPipeline::close));
            IDLE.clear();
        }
    }
}
