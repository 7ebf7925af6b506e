package org.newsreel.kg.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.Documents;

class ReplacementTest {
    @TempDir
    Path folder;

    private Path directory;
    private Path backup;

    /** A store with "new", and a backup of one with "old" and what was kept of its jobs. */
    @BeforeEach
    void make() throws IOException {
        backup = folder.resolve("old.backup");
        Path jobs = Files.writeString(folder.resolve("jobs"), "{\"job\":1}\n");
        try (KnowledgeStore store = KnowledgeStore.open(folder.resolve("before"))) {
            store.add(List.of(Documents.small("old")));
            store.backup(backup, Optional.of(jobs));
        }
        directory = folder.resolve("store");
        try (KnowledgeStore store = KnowledgeStore.open(directory)) {
            store.add(List.of(Documents.small("new")));
        }
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    @Test
    void aStoreIsReplacedWhileItsDirectoryStaysLocked() throws IOException {
        KnowledgeStore store = KnowledgeStore.openExisting(directory);
        BackupReport report = store.stage(backup);
        assertThat(store.items()).containsExactly("new");
        KnowledgeStore.Exchanged exchanged = store.exchange(report);
        assertThat(exchanged.failure()).isEmpty();
        try (KnowledgeStore now = exchanged.store()) {
            assertThat(now.items()).containsExactly("old");
            assertThat(now.verify().problems()).isEmpty();
            assertThat(now.add(List.of(Documents.small("more"))).added()).containsExactly("more");
            assertThatThrownBy(() -> KnowledgeStore.openExisting(directory)).hasMessageContaining("is in use");
            assertThat(KnowledgeStore.restoredJobs(directory)).hasContent("{\"job\":1}");
            assertThat(left()).doesNotContain("replaced", "restored", "replacing", "putting-back");
        }
        try (KnowledgeStore again = KnowledgeStore.openExisting(directory)) {
            assertThat(again.items()).containsExactlyInAnyOrder("more", "old");
        }
    }

    @Test
    void whatProvesToHoldLessThanTheBackupIsPutBack() throws IOException {
        KnowledgeStore store = KnowledgeStore.openExisting(directory);
        BackupReport report = store.stage(backup);
        KnowledgeStore.Exchanged exchanged =
                store.exchange(new BackupReport(report.quads() + 1000, report.media(), report.bytes()));
        assertThat(exchanged.failure()).isPresent();
        try (KnowledgeStore old = exchanged.store()) {
            assertThat(old.items()).containsExactly("new");
            assertThat(old.verify().problems()).isEmpty();
            assertThat(left()).doesNotContain("replaced", "restored", "replacing", "putting-back", "jobs.restored");
        }
    }

    @Test
    void aDamagedBackupChangesNothing() throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        bytes[bytes.length / 2] ^= 1;
        Files.write(backup, bytes);
        try (KnowledgeStore store = KnowledgeStore.openExisting(directory)) {
            assertThatThrownBy(() -> store.stage(backup)).isInstanceOf(StoreException.class);
            assertThat(store.items()).containsExactly("new");
            assertThat(left()).doesNotContain("restored");
        }
    }

    @Test
    void aCrashWhileStagingLeavesTheOldStore() throws IOException {
        Files.createDirectories(directory.resolve("restored/graph"));
        Files.writeString(directory.resolve("restored/graph/half"), "x");
        try (KnowledgeStore store = KnowledgeStore.openExisting(directory)) {
            assertThat(store.items()).containsExactly("new");
        }
        assertThat(left()).doesNotContain("restored");
    }

    /** Breaks off before each of the moves in turn, on the way there and on the way back. */
    @Test
    void aCrashAtAnyMoveLeavesTheOneOrTheOther() throws IOException {
        for (int crash = 0; crash < 9; crash++) {
            stage();
            int moves = crash;
            breaksOff(moves, Replacement::exchange);
            try (KnowledgeStore store = KnowledgeStore.openExisting(directory)) {
                assertThat(store.items()).as("after %d moves", moves).containsExactly("old");
                assertThat(store.verify().problems()).isEmpty();
            }
            reset();
        }
    }

    @Test
    void aCrashOnTheWayBackLeavesTheOldStore() throws IOException {
        for (int crash = 0; crash < 4; crash++) {
            stage();
            Replacement.in(directory).exchange();
            breaksOff(crash, Replacement::undo);
            try (KnowledgeStore store = KnowledgeStore.openExisting(directory)) {
                assertThat(store.items()).as("after %d moves", crash).containsExactly("new");
                assertThat(store.verify().problems()).isEmpty();
            }
        }
    }

    private interface Step {
        void on(Replacement replacement) throws IOException;
    }

    private void breaksOff(int moves, Step step) throws IOException {
        AtomicInteger left = new AtomicInteger(moves);
        try {
            step.on(new Replacement(directory, () -> {
                if (left.getAndDecrement() == 0) {
                    throw new IllegalStateException("crash");
                }
            }));
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("crash");
        }
    }

    private void stage() {
        try (KnowledgeStore store = KnowledgeStore.openExisting(directory)) {
            store.stage(backup);
            // Closing leaves what is staged; opening would remove it.
        }
    }

    private void reset() throws IOException {
        StoreFiles.deleteTree(directory);
        try (KnowledgeStore store = KnowledgeStore.open(directory)) {
            store.add(List.of(Documents.small("new")));
        }
    }
}
