package org.newsreel.api.keys;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/**
 * A key as it is kept: enough to recognise it, not enough to use it.
 *
 * @param id eight hexadecimal digits, which the key carries too
 * @param name what its owner called it
 * @param scope what it allows
 * @param sha256 of the whole key, lower-case hexadecimal
 * @param created when
 * @param revoked when it was revoked; empty while it holds
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StoredKey(
        String id, String name, Scope scope, String sha256, Instant created, Optional<Instant> revoked) {
    public StoredKey {
        revoked = revoked == null ? Optional.empty() : revoked;
    }

    public boolean holds() {
        return revoked.isEmpty();
    }

    StoredKey revokedAt(Instant when) {
        return new StoredKey(id, name, scope, sha256, created, Optional.of(when));
    }
}
