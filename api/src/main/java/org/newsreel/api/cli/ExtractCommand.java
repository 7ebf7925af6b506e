package org.newsreel.api.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.newsreel.extraction.pipeline.Explanations;
import org.newsreel.extraction.pipeline.ExtractionPipeline;
import org.newsreel.extraction.pipeline.ExtractionResult;
import org.newsreel.extraction.source.NewsItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code newsreel extract}: news in, JSON Lines out. */
@Command(
        name = "extract",
        description = "Extract only: one extraction document a line, no store.",
        footer = {
            "",
            "The file appears when all is done. An interrupted run leaves FILE.part; the same call goes on from there."
        })
final class ExtractCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private Inputs inputs;

    @Mixin
    private PipelineOptions options;

    @Option(names = "--out", required = true, paramLabel = "FILE.jsonl", description = "Where the documents go.")
    private Path out;

    @Option(
            names = "--explain",
            paramLabel = "DIR",
            description =
                    "Write how the published networks among --models came to each relation: weights and gates as JSON,"
                            + " and where they looked as a heat map over the frame.")
    private Path explain;

    private int written;
    private int failed;

    @Override
    public Integer call() throws IOException {
        inputs.check();
        try (PartialFile file = PartialFile.open(out);
                ExtractionPipeline pipeline = options.open();
                Progress progress = Progress.of(common.quiet, "extract", inputs.expected())) {
            inputs.forEach(
                    item -> extract(item, file, pipeline, progress),
                    note -> progress.say("note: " + note),
                    sentence -> fail(sentence, progress));
            file.finish();
            progress.say(written + " written, " + failed + " failed");
        }
        return failed == 0 ? ExitCode.DONE : ExitCode.SOME_FAILED;
    }

    private void extract(NewsItem item, PartialFile file, ExtractionPipeline pipeline, Progress progress) {
        try {
            if (!file.has(item)) {
                ExtractionResult result = pipeline.extract(item);
                result.notes().forEach(note -> progress.say("note: " + item.id() + ": " + note));
                result.warnings().forEach(warning -> fail(item.id() + ": " + warning, progress));
                file.write(result.document());
                if (explain != null) {
                    Explanations.write(explain, item, result);
                }
            }
            written++;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    (explain == null ? out : out + " or " + explain) + " can't be written: " + Newsreel.sentence(e), e);
        } catch (RuntimeException e) {
            fail(item.id() + ": " + Newsreel.sentence(e), progress);
        }
        progress.step(item.id());
    }

    private void fail(String sentence, Progress progress) {
        failed++;
        progress.say("newsreel: " + sentence);
    }
}
