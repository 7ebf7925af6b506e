package org.newsreel.kg.changes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The files of a change log: {@code 000/000000001.rdfp.gz} and so on, a thousand to a folder. */
final class ChangeFiles {
    private static final Pattern NAME = Pattern.compile("(\\d{9,})\\.rdfp\\.gz");
    private static final long FOLDER = 1000;

    private final Path directory;

    ChangeFiles(Path directory) {
        this.directory = directory;
    }

    Path of(long sequence) {
        return directory
                .resolve(String.format("%03d", sequence / FOLDER))
                .resolve(String.format("%09d.rdfp.gz", sequence));
    }

    /** Where the next change is written until its transaction commits. */
    Path underway() {
        return directory.resolve("underway");
    }

    /** Makes what is under way the change of a number, durably. */
    void settle(long sequence) throws IOException {
        Path file = of(sequence);
        Files.createDirectories(file.getParent());
        force(underway());
        Files.move(underway(), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(file.getParent());
        force(directory);
    }

    InputStream read(long sequence) throws IOException {
        return new GZIPInputStream(Files.newInputStream(of(sequence)));
    }

    /** The number of the newest change; empty in a log that has none. */
    OptionalLong last() throws IOException {
        if (!Files.isDirectory(directory)) {
            return OptionalLong.empty();
        }
        try (Stream<Path> files = Files.walk(directory, 2)) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToLong(name -> Long.parseLong(name.group(1)))
                    .max();
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
