package org.newsreel.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.resource.ResourceInformation;
import org.newsreel.api.cli.Newsreel;
import org.newsreel.extraction.pipeline.ExtractionPipeline;
import org.newsreel.extraction.pipeline.ExtractionResult;
import org.newsreel.extraction.source.ItemFailed;
import org.newsreel.extraction.source.ItemRead;
import org.newsreel.extraction.source.ItemSource;
import org.newsreel.extraction.source.SourceEvent;
import org.newsreel.extraction.source.Sources;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.kg.validation.ItemShapes;

/** One task on an executor: reads, extracts and writes the items of its units, and says what became of each. */
final class TaskRun {
    /** An item whose process died this often is left out: it, not the machine, is then the likely cause. */
    private static final int CHANCES = 2;

    private final Settings settings;
    private final Checkpoints checkpoints;
    private final ExtractionPipeline pipeline;
    private final ArrayList<ItemOutcome> outcomes = new ArrayList<>();

    private TaskRun(Settings settings, ExtractionPipeline pipeline) {
        this.settings = settings;
        this.checkpoints = new Checkpoints(Path.of(settings.out()));
        this.pipeline = pipeline;
    }

    /**
     * Works through a task.
     *
     * @throws UncheckedIOException when the output can't be written, which another try may mend
     */
    static ArrayList<ItemOutcome> of(WorkTask task, Settings settings) {
        String device = device(settings);
        ExtractionPipeline pipeline = Pipelines.take(settings, device);
        try {
            TaskRun run = new TaskRun(settings, pipeline);
            task.units().forEach(run::unit);
            return run.outcomes;
        } finally {
            Pipelines.giveBack(device, pipeline);
        }
    }

    /** The GPU that Spark gave the task, where it gives any and the user did not name one. */
    private static String device(Settings settings) {
        Map<String, ResourceInformation> resources = TaskContext.get().resourcesJMap();
        return settings.device().equals("gpu") && resources.containsKey("gpu")
                ? "gpu:" + resources.get("gpu").addresses()[0]
                : settings.device();
    }

    private void unit(WorkUnit unit) {
        Optional<String> format = unit.format().isEmpty() ? Optional.empty() : Optional.of(unit.format());
        try (ItemSource source = Sources.open(Path.of(unit.path()), format)) {
            for (int index = 0; source.hasNext(); index++) {
                SourceEvent event = source.next();
                if (index % unit.slices() != unit.slice()) {
                    continue;
                }
                if (TaskContext.get().isInterrupted()) {
                    throw new TaskKilledException();
                }
                if (event instanceof ItemRead read) {
                    outcomes.add(item(unit, index, read));
                } else if (event instanceof ItemFailed failure) {
                    outcomes.add(ItemOutcome.failed(unit, index, "", failure.sentence()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ItemOutcome item(WorkUnit unit, int index, ItemRead read) throws IOException {
        String id = read.item().id();
        String name = Checkpoints.name(unit, id);
        if (checkpoints.version(name).equals(Optional.of(read.item().version()))) {
            return new ItemOutcome(
                    unit.order(), index, id, read.origin().toString(), name, false, List.of(), List.of());
        }
        int times = checkpoints.begin(settings.run(), name);
        if (times > CHANCES) {
            return ItemOutcome.failed(
                    unit,
                    index,
                    id,
                    id + ": the process that extracted it died " + CHANCES
                            + " times; run it alone with extract to see why, or run this again to try once more.");
        }
        try {
            ExtractionResult result = pipeline.extract(read.item());
            ItemGraph graph = ItemGraphBuilder.build(result.document());
            ItemShapes.check(graph);
            checkpoints.write(name, result.document(), graph);
            List<String> notes = new ArrayList<>();
            read.warnings().forEach(warning -> notes.add(id + ": " + warning));
            result.notes().forEach(note -> notes.add(id + ": " + note));
            List<String> failures = new ArrayList<>();
            result.warnings().forEach(warning -> failures.add(id + ": " + warning));
            return new ItemOutcome(unit.order(), index, id, read.origin().toString(), name, true, notes, failures);
        } catch (RuntimeException e) {
            return ItemOutcome.failed(unit, index, id, id + ": " + Newsreel.sentence(e));
        } finally {
            checkpoints.end(settings.run(), name);
        }
    }
}
