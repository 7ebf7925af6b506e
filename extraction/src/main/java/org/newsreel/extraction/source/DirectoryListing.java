package org.newsreel.extraction.source;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What lies directly in a directory, by name, without what starts with a dot or belongs to an archive program. */
record DirectoryListing(Path directory, List<Path> files, List<Path> directories) {
    private static final Set<String> NOT_OURS = Set.of("__MACOSX", "lost+found", "@eaDir");

    static DirectoryListing of(Path directory) throws IOException {
        List<Path> files = new ArrayList<>();
        List<Path> directories = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            for (Path path : stream) {
                String name = nameOf(path);
                if (name.startsWith(".") || NOT_OURS.contains(name)) {
                    continue;
                }
                (Files.isDirectory(path) ? directories : files).add(path);
            }
        }
        Comparator<Path> byName = Comparator.comparing(DirectoryListing::nameOf);
        files.sort(byName);
        directories.sort(byName);
        return new DirectoryListing(directory, files, directories);
    }

    /** A directory that can't be read has nothing in it, for those who only want to know what it might be. */
    static DirectoryListing peek(Path directory) {
        try {
            return of(directory);
        } catch (IOException e) {
            return new DirectoryListing(directory, List.of(), List.of());
        }
    }

    /** The file of this name, whatever the case of its letters. */
    Optional<Path> file(String name) {
        return files.stream().filter(f -> nameOf(f).equalsIgnoreCase(name)).findFirst();
    }

    /** The directory's own name, also for {@code .} and {@code ..}. */
    String name() {
        Path name = directory.toAbsolutePath().normalize().getFileName();
        return name == null ? "root" : name.toString();
    }

    static String nameOf(Path path) {
        return path.getFileName().toString();
    }

    /** Lower-case file extension without the dot, or the empty string. */
    static String extension(Path path) {
        String name = nameOf(path);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** File name without its extension. */
    static String base(Path path) {
        String name = nameOf(path);
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }
}
