package org.newsreel.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.api.keys.KeyFile;
import org.newsreel.api.keys.KnownKeys;
import org.newsreel.api.keys.NewKey;
import org.newsreel.api.keys.Scope;

class ApiKeyTest {
    @TempDir
    private Path store;

    private KeyFile made;
    private ApiKey key;

    @BeforeEach
    void open() {
        made = KeyFile.in(store);
        key = new ApiKey(Optional.of("secret"), new KnownKeys(made), false, token -> Optional.empty());
    }

    @Test
    void bothHeadersAreRead() {
        assertThat(key.allows("Bearer secret", null)).isTrue();
        assertThat(key.allows("bearer secret", null)).isTrue();
        assertThat(key.allows(null, "secret")).isTrue();
    }

    @Test
    void anythingElseIsRefused() {
        assertThat(key.allows(null, null)).isFalse();
        assertThat(key.allows("secret", null)).isFalse();
        assertThat(key.allows("Basic secret", null)).isFalse();
        assertThat(key.allows("Bearer secre", "secret2")).isFalse();
        assertThat(key.allows("Bearer", "")).isFalse();
    }

    @Test
    void withoutAKeyNobodyCanWrite() {
        ApiKey none = new ApiKey(Optional.of("  "), new KnownKeys(made), false, token -> Optional.empty());
        assertThat(none.allows("Bearer ", "")).isFalse();
        assertThat(none.allows("Bearer   ", "  ")).isFalse();
        assertThat(none.refusalStatus()).isEqualTo(403);
        assertThat(key.refusalStatus()).isEqualTo(401);
    }

    @Test
    void aMadeKeyAllowsWhatItsScopeSays() {
        NewKey ingest = made.create("desk", Scope.INGEST);

        assertThat(key.holder(null, ingest.secret()))
                .contains(new KeyHolder(ingest.stored().id(), ingest.stored().name(), Scope.INGEST));
        assertThat(key.holder("Bearer " + ingest.secret(), null)).isPresent();
        assertThat(key.allows(null, ingest.secret())).as("SPARQL update").isFalse();
        assertThat(key.allows(null, made.create("root", Scope.ADMIN).secret())).isTrue();
    }

    @Test
    void aKeyMadeOrRevokedWhileTheServiceRunsCountsAtOnce() {
        ApiKey none = new ApiKey(Optional.empty(), new KnownKeys(made), false, token -> Optional.empty());
        assertThat(none.configured()).isFalse();
        NewKey fresh = made.create("desk", Scope.ADMIN);
        assertThat(none.configured()).isTrue();
        assertThat(none.allows(null, fresh.secret())).isTrue();

        made.revoke("desk");

        assertThat(none.allows(null, fresh.secret())).isFalse();
        assertThat(none.configured()).isFalse();
    }

    @Test
    void tokensOfAProviderAreAWayToWriteWithoutAnyKey() {
        ApiKey provider = new ApiKey(Optional.empty(), new KnownKeys(made), true, token -> Optional.empty());

        assertThat(provider.refusalStatus()).isEqualTo(401);
        assertThat(provider.refusal()).doesNotContain("keys create");
    }

    @Test
    void aKnownKeyOfTooSmallAScopeIsForbiddenAndAnUnknownOneUnauthorised() {
        KeyHolder reader = new KeyHolder("1", "one", Scope.READ);
        assertThat(key.refusal(Optional.of(reader), Scope.INGEST))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(403))
                .satisfies(problem -> assertThat(problem.detail()).contains("allows only read", "--scope ingest"));
        assertThat(key.refusal(Optional.empty(), Scope.INGEST).status()).isEqualTo(401);
    }

    @Test
    void nobodyIsKnownWhenTheKeysAreDamaged() throws Exception {
        NewKey fresh = made.create("desk", Scope.ADMIN);
        Files.writeString(made.file(), "{\"keys\": [");

        assertThat(key.allows(null, fresh.secret())).isFalse();
        assertThat(key.allows(null, "secret")).as("the configured one").isTrue();
    }
}
