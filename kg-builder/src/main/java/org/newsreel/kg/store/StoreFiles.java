package org.newsreel.kg.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The directory of a store: {@code newsreel-store} tells its format, {@code graph/} is TDB2's, the rest ours. */
final class StoreFiles {
    /** Grows when an older Newsreel could not read what a newer one wrote. */
    static final int FORMAT = 2;

    /** The oldest format that {@link KnowledgeStore} brings up to date when it opens a store. */
    private static final int OLDEST = 1;

    private static final String FORMAT_FILE = "newsreel-store";

    private StoreFiles() {}

    static Path graph(Path directory) {
        return directory.resolve("graph");
    }

    static Path changes(Path directory) {
        return directory.resolve("changes");
    }

    static Path media(Path directory) {
        return directory.resolve("media");
    }

    static boolean isStore(Path directory) {
        return Files.isRegularFile(directory.resolve(FORMAT_FILE));
    }

    /** Makes an empty directory a store. The format file comes last, so a half-made store is an empty directory. */
    static void create(Path directory) throws IOException {
        Files.createDirectories(directory);
        writeFormat(directory);
    }

    /** Whether nothing is in the directory but what an interrupted {@link #create} may have left. */
    static boolean isFresh(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.allMatch(entry -> {
                String name = entry.getFileName().toString();
                return name.equals("lock") || name.endsWith(".part");
            });
        }
    }

    /** Says that what is in the directory has the present format. */
    static void writeFormat(Path directory) throws IOException {
        writeFormat(directory, FORMAT);
    }

    /** Says which format what is in the directory has; from then on it is a store. */
    static void writeFormat(Path directory, int format) throws IOException {
        writeDurably(directory.resolve(FORMAT_FILE), "format " + format + "\n");
    }

    /**
     * The format of a store that can be read or brought up to date.
     *
     * @throws StoreException for any other
     */
    static int format(Path directory) throws IOException {
        String line = Files.readString(directory.resolve(FORMAT_FILE)).strip();
        for (int format = OLDEST; format <= FORMAT; format++) {
            if (line.equals("format " + format)) {
                return format;
            }
        }
        throw new StoreException(String.format(
                Locale.ROOT,
                "The store %s has \"%s\" and this Newsreel reads formats %d to %d: use the Newsreel that made it, or"
                        + " export there and build anew here",
                directory,
                line,
                OLDEST,
                FORMAT));
    }

    /** Writes a small file so that after a crash it is there whole or not at all. */
    static void writeDurably(Path file, String content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, content, StandardCharsets.UTF_8);
        force(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.toAbsolutePath().getParent());
    }

    /** Removes a directory with all that is in it, if it is there. */
    static void deleteTree(Path directory) throws IOException {
        if (Files.exists(directory)) {
            List<Path> paths;
            try (Stream<Path> walk = Files.walk(directory)) {
                paths = walk.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path path : paths) {
                Files.delete(path);
            }
        }
    }

    /** Makes the operating system write a file, or a directory's entries, to the disk. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
