package org.newsreel.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.newsreel.api.cli.CommandExtension;
import org.newsreel.api.cli.CommandFailure;
import org.newsreel.api.cli.CommonOptions;
import org.newsreel.api.cli.ExitCode;
import org.newsreel.api.cli.Inputs;
import org.newsreel.api.cli.Newsreel;
import org.newsreel.api.cli.PipelineOptions;
import org.newsreel.api.cli.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsreel corpus}: extraction on Apache Spark. */
@Command(
        name = "corpus",
        description = "Extract a corpus on Apache Spark: documents and graphs of very many items.",
        footer = {
            "",
            "A file NAME.manifest as PATH lists paths, one a line. Newsreel, the news and DIR must be at the same paths",
            "on every machine, as on a shared disk. What is done is skipped, so a run that was killed is resumed by",
            "running it again.",
            "",
            "DIR/documents.jsonl has the extraction documents, for newsreel build. DIR/items.nq has a named graph for each",
            "item, and DIR/graph.nq the whole graph: those, identities across items, and the merged facts; newsreel build",
            "DIR/graph.nq makes a store of it, and any loader of N-Quads takes it."
        })
public final class CorpusOnSpark implements CommandExtension {
    @Mixin
    private CommonOptions common;

    @Mixin
    private Inputs inputs;

    @Mixin
    private PipelineOptions pipeline;

    @Option(
            names = "--master",
            paramLabel = "URL",
            defaultValue = "local[*]",
            description = "spark://HOST:PORT, or local[N] for N cores of this machine (default: ${DEFAULT-VALUE}).")
    private String master;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where documents and graphs go.")
    private Path out;

    @Option(
            names = "--no-graph",
            description = "Leave identities across items to the store; DIR/graph.nq is not written.")
    private boolean noGraph;

    @Option(
            names = "--conf",
            paramLabel = "KEY=VALUE",
            description = "A setting of Spark's, such as spark.executor.memory=4g; can be given several times.")
    private Map<String, String> conf = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException {
        inputs.check();
        Settings settings =
                Settings.of(pipeline.config(), out, UUID.randomUUID().toString());
        List<WorkUnit> units = Places.of(inputs.paths(), inputs.format());
        try (OutputDirectory output = OutputDirectory.open(out, settings);
                Progress progress = Progress.of(!common.showsProgress(), "corpus", -1)) {
            Gathering gathering = new Gathering(progress);
            try (SparkRun spark = SparkRun.start(master, settings, conf)) {
                spark.extract(units, gathering);
                List<ItemOutcome> done = gathering.distinct();
                if (!noGraph) {
                    progress.say("corpus: resolving identities across " + done.size() + " items");
                    List<String> items =
                            done.stream().map(ItemOutcome::checkpoint).toList();
                    output.graph(parts -> spark.merge(items, parts));
                }
                output.finish(done, gathering);
            } catch (SparkFailure e) {
                throw CommandFailure.someFailed(e.getMessage(), e);
            }
            progress.say(gathering.summary());
            return gathering.failures() == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
        } catch (IOException e) {
            throw CommandFailure.couldNotStart(
                    out + " can't be written (" + Newsreel.sentence(e) + "): choose another with --out.", e);
        }
    }
}
