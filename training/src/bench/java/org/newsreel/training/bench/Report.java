package org.newsreel.training.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Tables in Markdown, printed and written to {@code target/benchmarks.md}. */
final class Report {
    private static final Path FILE = Path.of("target", "benchmarks.md");

    private final StringBuilder text = new StringBuilder("# Side by side\n\n");

    void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    void write() throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, text);
        System.out.println(text);
    }
}
