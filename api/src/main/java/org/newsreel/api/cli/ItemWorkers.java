package org.newsreel.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.newsreel.extraction.pipeline.ExtractionPipeline;
import org.newsreel.extraction.pipeline.ExtractionResult;
import org.newsreel.extraction.source.NewsItem;

/** Threads that extract, each with a pipeline of its own, because networks are not shared between threads. */
final class ItemWorkers implements AutoCloseable {
    private final ExecutorService pool;
    private final List<ExtractionPipeline> pipelines = new ArrayList<>();
    private final ThreadLocal<ExtractionPipeline> own;

    ItemWorkers(int workers, PipelineOptions options) {
        pool = Executors.newFixedThreadPool(workers);
        own = ThreadLocal.withInitial(() -> {
            ExtractionPipeline pipeline = options.open();
            synchronized (pipelines) {
                pipelines.add(pipeline);
            }
            return pipeline;
        });
    }

    Future<ExtractionResult> submit(NewsItem item) {
        return pool.submit(() -> own.get().extract(item));
    }

    @Override
    public void close() {
        pool.shutdownNow();
        try {
            // A pipeline closed under a running extraction would free memory that native code still reads.
            if (pool.awaitTermination(10, TimeUnit.MINUTES)) {
                pipelines.forEach(ExtractionPipeline::close);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
