package org.newsreel.api.service;

import io.vertx.core.net.HostAndPort;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The names under which the service may be called. A web page elsewhere can have its own name point at this machine and
 * then read what only this machine should (DNS rebinding); the {@code Host} of such a call gives it away. So a service
 * that listens on the loopback address answers to loopback names alone, until the configuration names others. Thread safe.
 */
@Singleton
class OwnHosts {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final Optional<List<String>> named;
    private final boolean loopback;

    @Inject
    OwnHosts(ServiceConfig config, @ConfigProperty(name = "quarkus.http.host") String listening) {
        this(config.hosts(), LOOPBACK.contains(listening.toLowerCase(Locale.ROOT)));
    }

    OwnHosts(Optional<List<String>> named, boolean loopback) {
        this.named = named.map(names -> names.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList());
        this.loopback = loopback;
    }

    /** Whether a request with this {@code Host} is answered; one without, as HTTP/1.0 has it, is. */
    boolean answersTo(HostAndPort authority) {
        if (authority == null || named.isEmpty() && !loopback) {
            return true;
        }
        String host = authority.host().toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(host)
                || named.filter(names -> names.contains(host)).isPresent();
    }
}
