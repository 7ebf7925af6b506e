package org.newsreel.api.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.newsreel.extraction.source.ItemFailed;
import org.newsreel.extraction.source.ItemRead;
import org.newsreel.extraction.source.ItemSource;
import org.newsreel.extraction.source.NewsItem;
import org.newsreel.extraction.source.SourceEvent;
import org.newsreel.extraction.source.Sources;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The paths that a command reads news from. */
public final class Inputs {
    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "A news item's folder, a folder of such folders, or a corpus file.")
    List<Path> paths;

    @Option(
            names = "--format",
            paramLabel = "F",
            description =
                    "folder, ninjs, newsml, html, rss, m3d, mdocre, docred, mnre or twitter; recognised by content when not given.")
    String format;

    /** Fails before any work when a path is not there or the format is unknown. */
    public void check() {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw CommandFailure.wrongCall(path + " is not there: check the path.");
            }
            if (!Files.isReadable(path)) {
                throw CommandFailure.wrongCall(path + " can't be read: check its permissions.");
            }
        }
    }

    /**
     * Gives every item to {@code read}, what is worth knowing about it to {@code noted}, and every sentence about one
     * that could not be read to {@code failed}, in the order of the paths, one at a time.
     */
    void forEach(Consumer<NewsItem> read, Consumer<String> noted, Consumer<String> failed) {
        for (Path path : paths) {
            try (ItemSource source = Sources.open(path, Optional.ofNullable(format))) {
                while (source.hasNext()) {
                    SourceEvent event = source.next();
                    if (event instanceof ItemRead item) {
                        item.warnings()
                                .forEach(warning -> noted.accept(item.item().id() + ": " + warning));
                        read.accept(item.item());
                    } else if (event instanceof ItemFailed failure) {
                        failed.accept(failure.sentence());
                    }
                }
            } catch (IllegalArgumentException e) {
                throw CommandFailure.wrongCall(Newsreel.sentence(e));
            }
        }
    }

    /** How many items there probably are, for the progress bar, or -1 when only reading them would tell. */
    long expected() {
        long expected = 0;
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                return -1;
            }
            try (Stream<Path> inside = Files.list(path)) {
                expected += Math.max(1, inside.filter(Files::isDirectory).count());
            } catch (IOException e) {
                return -1;
            }
        }
        return expected;
    }

    public List<Path> paths() {
        return List.copyOf(paths);
    }

    public Optional<String> format() {
        return Optional.ofNullable(format);
    }

    static Inputs of(List<Path> paths) {
        Inputs inputs = new Inputs();
        inputs.paths = paths;
        return inputs;
    }
}
