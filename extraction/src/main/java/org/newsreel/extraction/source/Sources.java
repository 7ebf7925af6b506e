package org.newsreel.extraction.source;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens whatever a user points at. */
public final class Sources {
    /** The formats that this version reads, by the names that users give. */
    public static final List<String> FORMATS =
            List.of("folder", "ninjs", "newsml", "html", "rss", "m3d", "mdocre", "docred", "mnre", "twitter");

    private Sources() {}

    /**
     * Items of a file or directory. What is wrong with the path or its content comes as an {@link ItemFailed}.
     *
     * @param format one of {@link #FORMATS}; recognised by content when absent
     * @throws IllegalArgumentException with one sentence when there is no such format
     */
    public static ItemSource open(Path path, Optional<String> format) {
        String named = format.map(f -> f.toLowerCase(Locale.ROOT)).orElse("");
        if (format.isPresent() && !FORMATS.contains(named)) {
            throw new IllegalArgumentException("There is no format " + format.get() + ": give one of "
                    + String.join(", ", FORMATS) + ", or none to have it recognised.");
        }
        if (!Files.exists(path)) {
            return failed(path, path + " does not exist.");
        }
        Recognition recognition = format.isPresent() ? Recognition.of(named) : Recognition.byContent(path);
        if (recognition.format().isEmpty()) {
            return failed(path, recognition.sentence());
        }
        String chosen = recognition.format().get();
        boolean ofDirectories = chosen.equals("folder") || chosen.equals("mdocre");
        if (ofDirectories != Files.isDirectory(path)) {
            return failed(
                    path,
                    path
                            + (ofDirectories
                                    ? " is a file, but the format " + chosen + " is directories."
                                    : " is a directory, but the format " + chosen + " is a file: give the file."));
        }
        try {
            return switch (chosen) {
                case "m3d" -> GoldSource.m3d(path);
                case "docred" -> GoldSource.docred(path);
                case "mnre" -> GoldSource.mnre(path);
                case "twitter" -> GoldSource.twitter(path);
                case "mdocre" -> new MdocreSource(path);
                case "ninjs" -> new DocumentSource(path, new NinjsReader());
                case "newsml" -> new DocumentSource(path, new NewsmlReader());
                case "html" -> new DocumentSource(path, new HtmlReader());
                case "rss" -> new DocumentSource(path, new FeedReader());
                default -> new FolderSource(path);
            };
        } catch (UncheckedIOException e) {
            return failed(path, path + " can't be read: " + Reason.of(e.getCause()) + ".");
        }
    }

    /**
     * The places below a path that can be read one by one with {@link #open} and together give its items in the same
     * order: the directories of a directory, else the path itself. Nothing is read. Only the reader of all places can
     * tell when two items have one id.
     *
     * @throws IllegalArgumentException with one sentence when there is no such format
     */
    public static List<Path> places(Path path, Optional<String> format) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        String chosen = format.map(f -> f.toLowerCase(Locale.ROOT))
                .or(() -> Recognition.byContent(path).format())
                .orElse("");
        return switch (chosen) {
            case "folder" -> new FolderSource(path).directories();
            case "mdocre" -> new MdocreSource(path).directories();
            default -> List.of(path);
        };
    }

    private static ItemSource failed(Path path, String sentence) {
        Iterator<SourceEvent> one =
                List.<SourceEvent>of(new ItemFailed(path, sentence)).iterator();
        return new ItemSource() {
            @Override
            public boolean hasNext() {
                return one.hasNext();
            }

            @Override
            public SourceEvent next() {
                return one.next();
            }

            @Override
            public void close() {
                // Nothing is open.
            }
        };
    }
}
