package org.newsreel.api.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    private Path store;

    @Test
    void keepsAHashAndNeverTheKey() throws Exception {
        NewKey key = KeyFile.in(store).create("desk", Scope.INGEST);

        assertThat(key.secret()).matches("nr_[0-9a-f]{8}_[A-Za-z0-9_-]{43}");
        assertThat(Files.readString(store.resolve("keys.json")))
                .contains(key.stored().id(), "\"ingest\"")
                .doesNotContain(key.secret().substring(12));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.resolve("keys.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void readsBackWhatItWrote() {
        KeyFile file = KeyFile.in(store);
        StoredKey one = file.create("one", Scope.READ).stored();
        StoredKey two = file.create("two", Scope.ADMIN).stored();

        assertThat(KeyFile.in(store).list()).containsExactly(one, two);
    }

    @Test
    void revokesByIdOrByAnUnambiguousName() {
        KeyFile file = KeyFile.in(store);
        StoredKey one = file.create("desk", Scope.READ).stored();
        file.create("desk", Scope.ADMIN);

        assertThatThrownBy(() -> file.revoke("desk"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 keys are called desk");
        assertThat(file.revoke(one.id())).get().extracting(StoredKey::holds).isEqualTo(false);
        assertThat(file.revoke(one.id())).as("twice").isEmpty();
        assertThat(file.revoke("desk")).isPresent();
        assertThat(file.list()).noneMatch(StoredKey::holds).hasSize(2);
    }

    @Test
    void losesNoKeyWhenSeveralAreMadeAtOnce() throws Exception {
        List<Callable<NewKey>> makers = IntStream.range(0, 20)
                .<Callable<NewKey>>mapToObj(i -> () -> {
                    synchronized (KeyFileTest.class) {
                        // Locks of files are for processes; threads of one take turns by themselves.
                        return KeyFile.in(store).create("key " + i, Scope.READ);
                    }
                })
                .toList();
        var pool = Executors.newFixedThreadPool(4);
        try {
            pool.invokeAll(makers);
        } finally {
            pool.shutdown();
        }

        assertThat(KeyFile.in(store).list()).hasSize(20);
    }

    @Test
    void aDamagedFileIsSaidInOneSentence() throws Exception {
        Files.writeString(store.resolve("keys.json"), "nonsense");

        assertThatThrownBy(() -> KeyFile.in(store).list())
                .isInstanceOf(UncheckedIOException.class)
                .cause()
                .hasMessageContaining("keys.json can't be read as API keys: repair it");
    }

    @Test
    void eachScopeIncludesThoseBeforeIt() {
        assertThat(Scope.ADMIN.includes(Scope.READ)).isTrue();
        assertThat(Scope.INGEST.includes(Scope.INGEST)).isTrue();
        assertThat(Scope.READ.includes(Scope.INGEST)).isFalse();
        assertThatThrownBy(() -> Scope.named("root")).hasMessageContaining("read, ingest or admin");
    }
}
