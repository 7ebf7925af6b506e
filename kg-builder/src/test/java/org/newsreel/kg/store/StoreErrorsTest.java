package org.newsreel.kg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.Documents;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Medium;
import org.newsreel.ontology.claim.Region;

/** Each way in which a store can't be used gives one sentence with a remedy. */
class StoreErrorsTest {
    @TempDir
    Path directory;

    @Test
    void aDirectoryThatIsNoStoreIsLeftAlone() throws Exception {
        Files.writeString(directory.resolve("thesis.txt"), "mine");
        assertSentence(() -> KnowledgeStore.open(directory), "is not a Newsreel store");
        assertSentence(() -> KnowledgeStore.openExisting(directory), "There is no Newsreel store at");
        assertSentence(() -> KnowledgeStore.open(directory.resolve("thesis.txt")), "is a file, not a store");
        try (var files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aMissingStoreIsNotMadeByOpeningAnExistingOne() {
        assertSentence(() -> KnowledgeStore.openExisting(directory.resolve("none")), "ingest something first");
        assertThat(directory.resolve("none")).doesNotExist();
    }

    @Test
    void aStoreOfALaterFormatIsRefused() throws Exception {
        Path store = directory.resolve("store");
        KnowledgeStore.open(store).close();
        Files.writeString(store.resolve("newsreel-store"), "format 99\n");
        assertSentence(() -> KnowledgeStore.open(store), "has \"format 99\" and this Newsreel reads formats 1 to 2");
    }

    @Test
    void anotherProcessThatHoldsTheStoreIsNamed() throws Exception {
        Path store = directory.resolve("store");
        Path news = Files.createFile(directory.resolve("none.jsonl"));
        Process holder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HoldingProcess.class.getName(),
                        store.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = holder.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("HELD");
            assertSentence(
                    () -> KnowledgeStore.open(store), "is in use by process " + holder.pid() + ": stop it first");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        // The lock file is still there; its process is not.
        try (KnowledgeStore opened = KnowledgeStore.open(store)) {
            assertThat(opened.items()).isEmpty();
        }
        assertThat(news).exists();
    }

    @Test
    void aReadOnlyDirectoryIsNamed() throws Exception {
        Path locked = Files.createDirectory(directory.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeTrue(!Files.isWritable(locked), "root may write everywhere");
        assertSentence(() -> KnowledgeStore.open(locked.resolve("store")), "can't be written: make it writable");
    }

    @Test
    void failuresOfTheDiskSayWhatToDo() {
        assertThat(Failures.of(directory, new RuntimeException(new java.io.IOException("No space left on device"))))
                .hasMessageStartingWith("The disk that holds " + directory + " is full: free some space");
        assertThat(Failures.of(directory, new java.nio.file.FileSystemException("x", null, "Read-only file system")))
                .hasMessageContaining("can't be written: make it writable");
        assertThat(Failures.of(
                        directory, new InternalError("a fault occurred in a recent unsafe memory access operation")))
                .hasMessageContaining("is full");
        assertThat(Failures.of(directory, new IllegalStateException("odd\nmore")))
                .hasMessage("The store " + directory + " failed (odd): run newsreel verify on it");
    }

    @Test
    void aBadItemIsNamedAndLeftOutWhileTheOthersGoIn() {
        ExtractionDocument good = Documents.small("good");
        ExtractionDocument noTime = withRegion(Documents.small("no time"), OptionalDouble.empty());
        ExtractionDocument late = withRegion(Documents.small("late"), OptionalDouble.of(500));
        ExtractionDocument twoSizes = withMedia(Documents.small("two sizes"));
        ExtractionDocument half = new ExtractionDocument(
                "half",
                Documents.version(1),
                "en",
                Optional.of("x\uD800"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        try (KnowledgeStore store = KnowledgeStore.open(directory.resolve("store"))) {
            BatchReport report = store.add(List.of(noTime, late, good, twoSizes, half));
            assertThat(report.added()).containsExactly("good");
            assertThat(report.failed())
                    .extracting(BatchReport.Failure::item)
                    .containsExactly("no time", "late", "two sizes", "half");
            assertThat(report.failed())
                    .extracting(BatchReport.Failure::sentence)
                    .satisfiesExactly(
                            s -> assertThat(s).isEqualTo("region g0 lies in video v0 but has no time"),
                            s -> assertThat(s)
                                    .isEqualTo("region g0 lies at 500.0 s, behind the end of video v0 at 138.0 s"),
                            s -> assertThat(s)
                                    .startsWith("item two sizes breaks a shape: a medium has exactly one nr:width")
                                    .contains("https://w3id.org/newsreel/id/media/0000"),
                            s -> assertThat(s).startsWith("the headline has half a surrogate pair"));
            assertThat(store.items()).containsExactly("good");
            assertThat(store.verify().problems()).isEmpty();
        }
    }

    private static ExtractionDocument withRegion(ExtractionDocument d, OptionalDouble time) {
        Region region = new Region(
                "g0", EntityType.PER, "v0", 175, time, new Box(0, 0, 1, 1), Optional.of("c0"), 0.5, Optional.empty());
        return new ExtractionDocument(
                d.id(),
                d.version(),
                d.language(),
                d.headline(),
                d.published(),
                d.source(),
                d.url(),
                d.text(),
                d.media(),
                d.mentions(),
                d.chains(),
                d.relations(),
                List.of(region),
                d.models());
    }

    /** The same bytes can't have two sizes. */
    private static ExtractionDocument withMedia(ExtractionDocument d) {
        Medium medium = d.media().get(0);
        Medium wrong = new Medium(
                "v1", medium.kind(), "v1.mp4", medium.sha256(), 100, 360, medium.frameRate(), medium.duration());
        return new ExtractionDocument(
                d.id(),
                d.version(),
                d.language(),
                d.headline(),
                d.published(),
                d.source(),
                d.url(),
                d.text(),
                List.of(medium, wrong),
                d.mentions(),
                d.chains(),
                d.relations(),
                d.regions(),
                d.models());
    }

    private static void assertSentence(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String part) {
        assertThatThrownBy(call)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(part)
                .hasMessageNotContaining("\n");
    }
}
