package org.newsreel.api.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What the service reads from its configuration, beside Quarkus' own {@code quarkus.http.*}. */
@ConfigMapping(prefix = "newsreel")
public interface ServiceConfig {
    /** Directory of the store, which must exist. */
    Optional<Path> store();

    /** The key that writes need; without one nothing can be written. */
    Optional<String> apiKey();

    /** The longest that a SPARQL query may run; a request's own {@code timeout} can only shorten it. */
    @WithDefault("60s")
    Duration queryTimeout();

    /** How many bytes of cut-out JPEGs are kept in memory. */
    @WithDefault("33554432")
    long frameCacheBytes();
}
