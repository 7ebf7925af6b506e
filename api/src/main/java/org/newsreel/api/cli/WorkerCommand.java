package org.newsreel.api.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.newsreel.api.worker.WorkerAnswer;
import org.newsreel.api.worker.WorkerEvent;
import org.newsreel.api.worker.WorkerLines;
import org.newsreel.api.worker.WorkerRequest;
import org.newsreel.extraction.pipeline.ExtractionPipeline;
import org.newsreel.extraction.pipeline.ExtractionResult;
import org.newsreel.extraction.source.ItemFailed;
import org.newsreel.extraction.source.ItemRead;
import org.newsreel.extraction.source.ItemSource;
import org.newsreel.extraction.source.MediaFile;
import org.newsreel.extraction.source.NewsItem;
import org.newsreel.extraction.source.SourceEvent;
import org.newsreel.extraction.source.Sources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code newsreel worker}: extracts what the service asks for, in the protocol of {@link org.newsreel.api.worker}. */
@Command(name = "worker", hidden = true, description = "The service's extraction process. Not for users.")
final class WorkerCommand implements Callable<Integer> {
    @Mixin
    private CommonOptions common;

    @Mixin
    private PipelineOptions options;

    private final BlockingQueue<String> input = new LinkedBlockingQueue<>();
    private WorkerLines lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintStream out = System.out;
        // Whatever a library prints would stand between the messages.
        System.setOut(System.err);
        lines = new WorkerLines(out);
        Thread listener = new Thread(this::listen, "input");
        listener.setDaemon(true);
        listener.start();
        try (ExtractionPipeline pipeline = options.open()) {
            while (true) {
                Optional<WorkerRequest> request = WorkerLines.read(input.take(), WorkerRequest.class);
                if (request.isEmpty()) {
                    throw CommandFailure.wrongCall("the service says what its extraction process does not know.");
                }
                for (String path : request.get().paths()) {
                    extract(Path.of(path), pipeline);
                }
                lines.write(new WorkerEvent.End());
            }
        }
    }

    /** The input's end means that the service is gone: this process must not outlive it, not even to finish an item. */
    private void listen() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                input.add(line);
            }
        } catch (IOException e) {
            // The same.
        }
        Runtime.getRuntime().halt(ExitCode.DONE);
    }

    private void extract(Path path, ExtractionPipeline pipeline) {
        try (ItemSource source = Sources.open(path, Optional.empty())) {
            while (source.hasNext()) {
                SourceEvent event = source.next();
                if (event instanceof ItemRead read) {
                    String id = read.item().id();
                    read.warnings().forEach(warning -> write(new WorkerEvent.Note(id, plain(warning, path))));
                    extract(read.item(), path, pipeline);
                } else if (event instanceof ItemFailed failure) {
                    write(new WorkerEvent.Failed(null, plain(failure.sentence(), path)));
                }
            }
        }
    }

    private void extract(NewsItem item, Path path, ExtractionPipeline pipeline) {
        if (!isWanted(item)) {
            return;
        }
        try {
            FrameCount frames = new FrameCount();
            ExtractionResult result = pipeline.extract(item, frames::step);
            frames.tell();
            result.notes().forEach(note -> write(new WorkerEvent.Note(item.id(), plain(note, path))));
            Map<String, String> files = new HashMap<>();
            for (MediaFile medium : item.media()) {
                files.put(medium.id(), medium.file().toAbsolutePath().toString());
            }
            write(new WorkerEvent.Extracted(
                    WorkerLines.json(result.document()),
                    files,
                    result.warnings().stream()
                            .map(warning -> plain(warning, path))
                            .toList()));
        } catch (UncheckedIOException e) {
            throw e; // Nobody listens any more.
        } catch (RuntimeException e) {
            write(new WorkerEvent.Failed(item.id(), plain(Newsreel.sentence(e), path)));
        }
    }

    private boolean isWanted(NewsItem item) {
        write(new WorkerEvent.Read(item.id(), item.version()));
        try {
            return WorkerLines.read(input.take(), WorkerAnswer.class)
                    .orElseThrow(() -> CommandFailure.wrongCall("the service gave no answer about " + item.id() + "."))
                    .extract();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandFailure.someFailed("interrupted.", e);
        }
    }

    private void write(WorkerEvent event) {
        try {
            lines.write(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the places where the files happen to lie. */
    private static String plain(String sentence, Path path) {
        String folder = path.getParent() == null ? "" : path.getParent() + "/";
        return sentence.replace(path + "/", "")
                .replace(path.toString(), "the upload")
                .replace(folder, "");
    }

    /** Tells of frames now and then. */
    private final class FrameCount {
        private static final int EVERY = 8;

        private long count;

        void step() {
            if (++count >= EVERY) {
                tell();
            }
        }

        void tell() {
            if (count > 0) {
                write(new WorkerEvent.Frames(count));
                count = 0;
            }
        }
    }
}
