package org.newsreel.api.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ApiKeyTest {
    private final ApiKey key = new ApiKey(Optional.of("secret"));

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
        ApiKey none = new ApiKey(Optional.of("  "));
        assertThat(none.allows("Bearer ", "")).isFalse();
        assertThat(none.allows("Bearer   ", "  ")).isFalse();
        assertThat(none.refusalStatus()).isEqualTo(403);
        assertThat(key.refusalStatus()).isEqualTo(401);
    }
}
