package org.newsreel.kg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.Documents;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Medium;

class MediaArchiveTest {
    @TempDir
    Path directory;

    @Test
    void keepsOneCopyOfAFileUnderItsHash() throws Exception {
        Path file = file("a.jpg", "picture");
        MediaArchive archive = new MediaArchive(directory.resolve("media"));
        archive.add(file, hash("picture"));
        archive.add(file, hash("picture"));
        Files.delete(file);
        assertThat(archive.find(hash("picture")))
                .hasValueSatisfying(copy -> assertThat(copy).hasContent("picture"));
        assertThat(archive.find(hash("other"))).isEmpty();
        assertThat(archive.find("../../etc/passwd")).isEmpty();
        assertThat(archive.hashes()).containsExactly(hash("picture"));
    }

    @Test
    void refusesAFileThatChangedSinceItWasHashedAndLeavesNothingBehind() throws Exception {
        Path file = file("a.jpg", "changed");
        MediaArchive archive = new MediaArchive(directory.resolve("media"));
        assertThatThrownBy(() -> archive.add(file, hash("picture")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("changed while it was read");
        assertThat(archive.find(hash("picture"))).isEmpty();
        try (Stream<Path> paths = Files.walk(directory.resolve("media"))) {
            assertThat(paths.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void sweepsUpWhatAKilledProcessLeftHalfWritten() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("media").resolve("ab"));
        Path part = Files.writeString(folder.resolve("abcd123.part"), "half");
        assertThat(new MediaArchive(directory.resolve("media")).hashes()).isEmpty();
        assertThat(part).doesNotExist();
    }

    @Test
    void aForgottenItemsMediaGoUnlessAnotherItemShowsThem() throws Exception {
        Path file = file("a.jpg", "picture");
        try (KnowledgeStore store = KnowledgeStore.open(directory.resolve("store"))) {
            store.media().add(file, hash("picture"));
            store.add(List.of(showing("one", 1), showing("two", 2)));
            assertThat(store.verify().notes()).isEmpty();
            store.forget("one");
            assertThat(store.media().find(hash("picture"))).isPresent();
            store.forget("two");
            assertThat(store.media().find(hash("picture"))).isEmpty();
            assertThat(store.verify().isClean()).isTrue();
        }
    }

    @Test
    void verifyNamesAMissingAndAChangedCopyButNotOneThatWasNeverThere() throws Exception {
        Path file = file("a.jpg", "picture");
        try (KnowledgeStore store = KnowledgeStore.open(directory.resolve("store"))) {
            store.add(List.of(showing("one", 1)));
            assertThat(store.verify().isClean()).isTrue();
            assertThat(store.verify().notes()).singleElement().asString().startsWith("1 of 1 media files");

            store.media().add(file, hash("picture"));
            assertThat(store.verify().notes()).isEmpty();
            Path copy = store.media().find(hash("picture")).orElseThrow();
            Files.writeString(copy, "spoilt");
            assertThat(store.verify().problems()).singleElement().asString().contains("has changed in the store");
            Files.delete(copy);
            assertThat(store.verify().problems()).singleElement().asString().contains("is missing from the store");
        }
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(directory.resolve(name), content);
    }

    private static ExtractionDocument showing(String id, int version) throws Exception {
        Medium medium = new Medium(
                "p0", MediaKind.IMAGE, "a.jpg", hash("picture"), 10, 10, Optional.empty(), OptionalDouble.empty());
        return new ExtractionDocument(
                id,
                Documents.version(version),
                "en",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(medium),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static String hash(String content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes("UTF-8")));
    }
}
