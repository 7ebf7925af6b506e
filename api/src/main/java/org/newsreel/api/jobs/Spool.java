package org.newsreel.api.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The files of jobs that are not done, in {@code spool/} in the store's directory: a directory for each job, named by the
 * job's generated id, and in it files under names that are ours. What the request called them is never a path. Thread
 * safe.
 */
final class Spool {
    private final Path root;

    Spool(Path store) throws IOException {
        root = store.resolve("spool");
        Files.createDirectories(root);
        // What an interrupted request left; nothing reads it any more.
        delete(incoming());
        Files.createDirectories(incoming());
    }

    /** Where bodies under way are written. */
    Path incoming() {
        return root.resolve("incoming");
    }

    /** A directory for a new job's files. */
    Path make(UUID job) throws IOException {
        return Files.createDirectories(of(job));
    }

    /** Where the job's files are, or were. */
    Path of(UUID job) {
        return root.resolve(job.toString());
    }

    boolean has(UUID job) {
        return Files.isDirectory(of(job));
    }

    void remove(UUID job) {
        delete(of(job));
    }

    /** The jobs that have a directory here. */
    List<UUID> jobs() throws IOException {
        try (Stream<Path> entries = Files.list(root)) {
            return entries.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                    .map(UUID::fromString)
                    .toList();
        }
    }

    /** What a job's files take, in bytes. */
    long size(UUID job) {
        try (Stream<Path> files = Files.walk(of(job))) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long usable() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (NoSuchFileException e) {
            // It is gone, as it should be.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
