package org.newsreel.api.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The public keys of an identity provider, as they were when last read (RFC 7517). Thread safe. */
final class ProviderKeys {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final String issuer;
    private final Optional<String> place;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final AtomicLong asked = new AtomicLong(System.nanoTime() - AGAIN_NANOS);
    private volatile List<JsonWebKey> keys = List.of();

    /** @param place an address or a file; where the issuer's own description says, when empty */
    ProviderKeys(String issuer, Optional<String> place) {
        this.issuer = issuer;
        this.place = place.map(String::strip).filter(p -> !p.isEmpty());
    }

    VerificationKeyResolver resolver() {
        return new JwksVerificationKeyResolver(keys);
    }

    /** Reads them anew in the background, unless that was done moments ago. */
    void refreshSoon(ScheduledExecutorService executor) {
        long last = asked.get();
        long now = System.nanoTime();
        if (now - last > AGAIN_NANOS && asked.compareAndSet(last, now)) {
            executor.execute(this::refresh);
        }
    }

    /** Reads them anew; those known stay when that fails. */
    void refresh() {
        try {
            keys = List.copyOf(new JsonWebKeySet(text()).getJsonWebKeys());
        } catch (IOException | JoseException | IllegalArgumentException e) {
            LOG.error(
                    "The public keys of {} can't be read ({}): its tokens are checked with those known",
                    issuer,
                    reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private String text() throws IOException, InterruptedException {
        if (place.isEmpty()) {
            String description = get(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
            return get(new ObjectMapper().readTree(description).path("jwks_uri").asText());
        }
        return place.get().matches("https?://.*") ? get(place.get()) : Files.readString(Path.of(place.get()));
    }

    private String get(String address) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(address + " answered with status " + answer.statusCode());
        }
        return answer.body();
    }
}
