package org.newsreel.api.service;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.newsreel.api.keys.KeyFile;
import org.newsreel.api.keys.KnownKeys;
import org.newsreel.api.keys.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys that writes need: the one that the service was started with, which allows everything, those that
 * {@code newsreel keys} made for the store, and the tokens of an identity provider. Thread safe.
 */
@Singleton
public class ApiKey {
    private static final Logger LOG = LoggerFactory.getLogger(ApiKey.class);
    private static final String BEARER = "Bearer ";
    private static final KeyHolder CONFIGURED = new KeyHolder("configured", "configured", Scope.ADMIN);

    private final Optional<String> key;
    private final KnownKeys made;
    private final boolean provider;
    private final Function<String, Optional<KeyHolder>> tokens;

    @Inject
    ApiKey(ServiceConfig config, OpenStore store, Tokens tokens) {
        this(config.apiKey(), new KnownKeys(KeyFile.in(store.directory())), tokens.isConfigured(), tokens::holder);
    }

    /**
     * @param provider whether an identity provider's tokens are taken
     * @param tokens knows whose token a bearer is, if it is one
     */
    ApiKey(Optional<String> key, KnownKeys made, boolean provider, Function<String, Optional<KeyHolder>> tokens) {
        this.key = key.map(String::strip).filter(k -> !k.isEmpty());
        this.made = made;
        this.provider = provider;
        this.tokens = tokens;
    }

    /** Whether anybody can write at all. */
    public boolean configured() {
        return key.isPresent() || provider || anyMade();
    }

    /**
     * Whether these headers hold a key that allows everything, as SPARQL update and the Graph Store need it.
     *
     * @param authorization the value of {@code Authorization}, or null
     * @param apiKey the value of {@code X-API-Key}, or null
     */
    public boolean allows(String authorization, String apiKey) {
        return holder(authorization, apiKey)
                .filter(holder -> holder.scope().includes(Scope.ADMIN))
                .isPresent();
    }

    /** Whose key these headers hold; empty when they hold none that is known. */
    public Optional<KeyHolder> holder(String authorization, String apiKey) {
        return Stream.of(apiKey, bearer(authorization))
                .filter(sent -> sent != null && !sent.isBlank())
                .map(this::known)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String bearer(String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? authorization.substring(BEARER.length()).strip()
                : null;
    }

    private Optional<KeyHolder> known(String sent) {
        if (key.filter(k -> same(k, sent)).isPresent()) {
            return Optional.of(CONFIGURED);
        }
        try {
            return made.find(sent)
                    .map(stored -> new KeyHolder(stored.id(), stored.name(), stored.scope()))
                    .or(() -> tokens.apply(sent));
        } catch (UncheckedIOException e) {
            LOG.error(
                    "The keys can't be read, so none is taken: {}", e.getCause().getMessage());
            return Optional.empty();
        }
    }

    private boolean anyMade() {
        try {
            return made.any();
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** Compares in a time that does not tell how much of the key was right. */
    private static boolean same(String key, String given) {
        return MessageDigest.isEqual(key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** Why a request without the scope was refused: 401 or 403, and what to do. */
    public Problem refusal(Optional<KeyHolder> holder, Scope needed) {
        if (holder.isPresent()) {
            return Problem.of(
                    403,
                    "This key allows only " + holder.get().scope() + ", and this needs " + needed
                            + ": use a key made with \"newsreel keys create --scope " + needed + "\".");
        }
        return Problem.of(refusalStatus(), refusal());
    }

    /** Why a write without a key was refused, and what to do. */
    public String refusal() {
        return configured()
                ? "Writing needs an API key that allows it: send it as \"Authorization: Bearer KEY\" or \"X-API-Key: KEY\"."
                : "Nothing can be written because the service has no API key: make one with \"newsreel keys create\".";
    }

    /** 401 when a key would help, 403 when none exists. */
    public int refusalStatus() {
        return configured() ? 401 : 403;
    }
}
