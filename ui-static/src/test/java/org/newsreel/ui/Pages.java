package org.newsreel.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of the pages as they are built. */
final class Pages {
    private static final Path ROOT = Path.of("target", "classes", "META-INF", "resources");

    private Pages() {}

    static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }

    static byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(ROOT.resolve(file));
    }

    /** Paths from the root of the pages, with slashes. */
    static List<String> files(String ending) throws IOException {
        try (var files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> ROOT.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
