package org.newsreel.api.service;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** The key that writes need. Thread safe. */
@Singleton
public class ApiKey {
    private static final String BEARER = "Bearer ";

    private final Optional<String> key;

    @Inject
    ApiKey(ServiceConfig config) {
        this(config.apiKey());
    }

    ApiKey(Optional<String> key) {
        this.key = key.map(String::strip).filter(k -> !k.isEmpty());
    }

    /** Whether anybody can write at all. */
    public boolean configured() {
        return key.isPresent();
    }

    /**
     * Whether these headers hold the key.
     *
     * @param authorization the value of {@code Authorization}, or null
     * @param apiKey the value of {@code X-API-Key}, or null
     */
    public boolean allows(String authorization, String apiKey) {
        return key.filter(k -> same(k, apiKey)
                        || (authorization != null
                                && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                                && same(
                                        k,
                                        authorization.substring(BEARER.length()).strip())))
                .isPresent();
    }

    /** Compares in a time that does not tell how much of the key was right. */
    private static boolean same(String key, String given) {
        return given != null
                && MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Why a write without the key was refused, and what to do. */
    public String refusal() {
        return configured()
                ? "Writing needs the API key: send it as \"Authorization: Bearer KEY\" or \"X-API-Key: KEY\"."
                : "Nothing can be written because the service has no API key: start it with newsreel.api-key set.";
    }

    /** 401 when a key would help, 403 when none exists. */
    public int refusalStatus() {
        return configured() ? 401 : 403;
    }
}
