package org.newsreel.extraction.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
    private static final String MNRE = "{'token': [\"Ann\", \"of\", \"Acme\"], 'h': {'pos': [0, 1]},"
            + " 't': {'pos': [2, 3]}, 'img_id': \"p.jpg\", 'relation': \"None\"}";

    @TempDir
    Path root;

    private String failure(Path path, Optional<String> format) {
        try (ItemSource source = Sources.open(path, format)) {
            SourceEvent event = source.next();
            assertThat(event).isInstanceOf(ItemFailed.class);
            assertThat(source.hasNext()).isFalse();
            return ((ItemFailed) event).sentence();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ninjs", "newsml", "html", "rss", "NINJS"})
    void formatsOfFilesRefuseADirectory(String format) {
        assertThat(failure(root, Optional.of(format)))
                .contains("is a directory, but the format " + format.toLowerCase(java.util.Locale.ROOT) + " is a file");
    }

    @Test
    void anUnknownFormatIsAWrongCall() {
        assertThatThrownBy(() -> Sources.open(root, Optional.of("docx")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no format docx: give one of folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.txt|Words.|is a single file: put it into a folder of its own",
                "a.mp4|x|is a single file: put it into a folder of its own",
                "a.xml|<?xml version='1.0'?><newsMessage xmlns='x'/>|holds no newsItem of NewsML-G2",
                "a.json|{\"uri\": \"x\", \"body_text\": \" \"}|holds neither words nor videos or pictures",
                "a.html|<!DOCTYPE html><html></html>|describes no schema.org NewsArticle",
                "feed|<?xml version='1.0'?><rss/>|is a feed without items",
                "x.jsonl|{\"id\": \"a\", \"version\": \"b\", \"mentions\": []}|give it to build instead",
                "x.bin|????|is in no format that can be recognised"
            })
    void aFileThatIsNoNewsIsNamedForWhatItIs(String name, String content, String expected) throws Exception {
        Path file = Files.writeString(root.resolve(name), content);

        assertThat(failure(file, Optional.empty()))
                .startsWith(file.toString())
                .contains(expected)
                .endsWith(".");
    }

    @Test
    void aPathThatIsNotThereIsSaidToBeSo() {
        Path missing = root.resolve("missing");

        assertThat(failure(missing, Optional.empty())).isEqualTo(missing + " does not exist.");
    }

    @Test
    void aFormatOfDirectoriesRefusesAFile() throws Exception {
        Path file = Files.writeString(root.resolve("a.txt"), "Words.");

        assertThat(failure(file, Optional.of("folder"))).contains("is a file, but the format folder is directories");
    }

    @Test
    void samplesOfMdocreAreRecognisedAloneAndInABatch() throws Exception {
        Path sample = Files.createDirectories(root.resolve("9"));
        Files.writeString(
                sample.resolve("text.txt"),
                "Ada met Bob \ud83d\ude00.\nBob left.\n艾达见了鲍勃。\n鲍勃走了。\nAda met Bob.\n艾达见了鲍勃。\nBob left.\n鲍勃走了。\n");
        Files.writeString(sample.resolve("text.ann"), "T1\tPerson 0 3\tAda\n");
        Path frames = Files.createDirectories(sample.resolve("frames"));
        Files.writeString(frames.resolve("00000200.jpg"), "p");
        Files.writeString(frames.resolve("00000025.jpg"), "p");

        for (Path path : new Path[] {sample, root}) {
            try (ItemSource source = Sources.open(path, Optional.empty())) {
                NewsItem english = ((ItemRead) source.next()).item();
                NewsItem chinese = ((ItemRead) source.next()).item();
                assertThat(source.hasNext()).isFalse();
                assertThat(english.id()).isEqualTo("9-en");
                assertThat(english.language()).contains("en");
                assertThat(english.text()).isEqualTo("Ada met Bob \ud83d\ude00.\nBob left.");
                assertThat(chinese.id()).isEqualTo("9-zh");
                assertThat(chinese.text()).isEqualTo("艾达见了鲍勃。\n鲍勃走了。");
                assertThat(chinese.media())
                        .extracting(MediaFile::name)
                        .containsExactly("frames/00000025.jpg", "frames/00000200.jpg");
                assertThat(chinese.version()).isNotEqualTo(english.version());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"IMGID:1\\nAnn\\tB-PER\\nran\\tO\\n|1|Ann ran", MNRE + "|p|Ann of Acme"})
    void corporaOfLinesAreRecognisedThoughTheyAreCalledText(String content, String id, String text) throws Exception {
        Path file = Files.writeString(
                root.resolve("train.txt"), content.replace("\\n", "\n").replace("\\t", "\t"));

        try (ItemSource source = Sources.open(file, Optional.empty())) {
            NewsItem item = ((ItemRead) source.next()).item();
            assertThat(item.id()).isEqualTo(id);
            assertThat(item.text()).isEqualTo(text);
            assertThat(source.hasNext()).isFalse();
        }
    }

    @Test
    void aSampleInAnotherLayoutIsRefused() throws Exception {
        Path file = Files.writeString(root.resolve("text.txt"), "One.\nTwo.\nThree.\n");
        Files.writeString(root.resolve("text.ann"), "");

        assertThat(failure(root, Optional.empty())).startsWith(file + " has 3 lines, not");
    }
}
