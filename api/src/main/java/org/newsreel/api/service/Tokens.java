package org.newsreel.api.service;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.newsreel.api.keys.Scope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bearer tokens of an identity provider (OpenID Connect): signed by one of its public keys with an asymmetric algorithm,
 * in date, for this service, with a role that allows something. The keys are read when the service starts, anew now and
 * then, and when a token names a key that is not known; never while a request waits. Thread safe.
 */
@Singleton
class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final int SKEW_SECONDS = 30;
    private static final int REFRESH_MINUTES = 10;
    private static final String[] SIGNATURES = {
        AlgorithmIdentifiers.RSA_USING_SHA256, AlgorithmIdentifiers.RSA_USING_SHA384,
        AlgorithmIdentifiers.RSA_USING_SHA512, AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256, AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384
    };

    private final Optional<String> issuer;
    private final ServiceConfig.Oidc config;
    private final ProviderKeys keys;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "provider-keys");
        thread.setDaemon(true);
        return thread;
    });

    @Inject
    Tokens(ServiceConfig config) {
        this.config = config.oidc();
        issuer = this.config.issuer().map(String::strip).filter(i -> !i.isEmpty());
        keys = new ProviderKeys(issuer.orElse(""), this.config.keys());
    }

    @PostConstruct
    void start() {
        if (issuer.isPresent()) {
            keys.refresh();
            clock.scheduleWithFixedDelay(keys::refresh, REFRESH_MINUTES, REFRESH_MINUTES, TimeUnit.MINUTES);
        }
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }

    /** Whether a provider is named, so that tokens count at all. */
    boolean isConfigured() {
        return issuer.isPresent();
    }

    /** Whose token this is; empty when it is none that counts, for whatever reason. */
    Optional<KeyHolder> holder(String sent) {
        if (issuer.isEmpty() || sent.chars().filter(c -> c == '.').count() != 2) {
            return Optional.empty();
        }
        try {
            JwtClaims claims = consumer().processToClaims(sent);
            String who = claims.getSubject();
            return scope(claims).map(scope -> new KeyHolder("oidc:" + who, who, scope));
        } catch (InvalidJwtException e) {
            if (e.getMessage().contains("Unable to find a suitable verification key")) {
                keys.refreshSoon(clock);
            }
            LOG.debug("A token was refused: {}", e.getMessage());
        } catch (MalformedClaimException e) {
            LOG.debug("A token was refused: {}", e.getMessage());
        }
        return Optional.empty();
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setExpectedIssuer(issuer.orElseThrow())
                .setExpectedAudience(config.audience())
                .setJwsAlgorithmConstraints(AlgorithmConstraints.ConstraintType.PERMIT, SIGNATURES)
                .setVerificationKeyResolver(keys.resolver())
                .build();
    }

    /** The most that a role of the token allows. */
    private Optional<Scope> scope(JwtClaims claims) {
        List<String> roles = roles(claims);
        if (roles.contains(config.adminRole())) {
            return Optional.of(Scope.ADMIN);
        }
        if (roles.contains(config.ingestRole())) {
            return Optional.of(Scope.INGEST);
        }
        return roles.contains(config.readRole()) ? Optional.of(Scope.READ) : Optional.empty();
    }

    private List<String> roles(JwtClaims claims) {
        Object value = claims.getClaimsMap();
        for (String part : config.rolesClaim().split("\\.")) {
            value = value instanceof Map<?, ?> map ? map.get(part) : null;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        // As the claim "scope" has it: words with spaces between.
        return value instanceof String words ? List.of(words.split(" ")) : List.of();
    }
}
