package org.newsreel.extraction.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whatever a file holds, its reader gives items or says why not, and never ends the batch. */
class SourcesFuzzTest {
    @FuzzTest
    void ninjs(byte[] content) throws IOException {
        read("news.json", content, "ninjs");
    }

    @FuzzTest
    void newsml(byte[] content) throws IOException {
        read("news.xml", content, "newsml");
    }

    @FuzzTest
    void html(byte[] content) throws IOException {
        read("page.html", content, "html");
    }

    @FuzzTest
    void rss(byte[] content) throws IOException {
        read("feed.xml", content, "rss");
    }

    @FuzzTest
    void corpora(byte[] content) throws IOException {
        for (String format : new String[] {"m3d", "docred", "mnre", "twitter"}) {
            read("corpus.txt", content, format);
        }
    }

    @FuzzTest
    void anything(byte[] content) throws IOException {
        Path file = Files.write(directory().resolve("anything"), content);
        drain(file, Optional.empty());
    }

    @FuzzTest
    void itemJson(byte[] content) throws IOException {
        Path item = Files.createDirectories(directory().resolve("item"));
        Files.write(item.resolve("item.json"), content);
        Files.writeString(item.resolve("article.txt"), "Mira Holm lives in Saltford.");
        drain(item, Optional.of("folder"));
    }

    @FuzzTest
    void article(byte[] content) throws IOException {
        Path item = Files.createDirectories(directory().resolve("words"));
        Files.write(item.resolve("article.txt"), content);
        drain(item, Optional.of("folder"));
    }

    private static void read(String name, byte[] content, String format) throws IOException {
        drain(Files.write(directory().resolve(name), content), Optional.of(format));
    }

    private static void drain(Path path, Optional<String> format) {
        try (ItemSource source = Sources.open(path, format)) {
            while (source.hasNext()) {
                SourceEvent event = source.next();
                if (event instanceof ItemFailed failed) {
                    assertThat(failed.sentence()).isNotBlank();
                } else if (event instanceof ItemRead read) {
                    assertThat(read.item().id()).isNotBlank();
                    assertThat(read.item().version()).matches("sha256:[0-9a-f]{64}");
                }
            }
        }
    }

    /** One for each process, because there are a thousand runs a second. */
    private static Path directory() {
        return Scratch.DIRECTORY;
    }

    private static final class Scratch {
        static final Path DIRECTORY = create();

        private static Path create() {
            try {
                Path directory = Files.createTempDirectory("newsreel-fuzz");
                directory.toFile().deleteOnExit();
                return directory;
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
