package org.newsreel.kg.changes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The files of a change log: {@code 000/000000001.rdfp.gz} and so on, a thousand to a folder, and in {@code first} the number
 * of the oldest that is kept, once any was dropped.
 */
final class ChangeFiles {
    private static final Pattern NAME = Pattern.compile("(\\d{9,})\\.rdfp\\.gz");
    private static final long FOLDER = 1000;
    private static final String FIRST = "first";

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

    /** The number of the newest change; 0 in a log that never had one. */
    long last() throws IOException {
        return Math.max(
                first() - 1, numbers().keySet().stream().mapToLong(n -> n).max().orElse(0));
    }

    /** The number of the oldest change that is kept, or of the next one when none is. */
    long first() throws IOException {
        Path mark = directory.resolve(FIRST);
        return Files.exists(mark) ? Long.parseLong(Files.readString(mark).strip()) : 1;
    }

    /** Drops what is older, durably: a crash midway leaves files that nobody asks for, and the next call drops them. */
    void dropBefore(long first) throws IOException {
        Path part = directory.resolve(FIRST + ".part");
        Files.writeString(part, first + "\n");
        force(part);
        Files.move(part, directory.resolve(FIRST), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(directory);
        for (Map.Entry<Long, Path> file : numbers().entrySet()) {
            if (file.getKey() < first) {
                Files.deleteIfExists(file.getValue());
            }
        }
    }

    private Map<Long, Path> numbers() throws IOException {
        Map<Long, Path> numbers = new HashMap<>();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.walk(directory, 2)) {
                files.forEach(file -> {
                    Matcher name = NAME.matcher(file.getFileName().toString());
                    if (name.matches()) {
                        numbers.put(Long.parseLong(name.group(1)), file);
                    }
                });
            }
        }
        return numbers;
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
