package org.newsreel.extraction.model;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What there is to say about a model.
 *
 * @param name the name that users give
 * @param role what it is used for
 * @param roles what {@code --models} can use it for; none for what is a part of others
 * @param licence of the weights
 * @param bytes size of its files
 * @param sha256 of its weights
 * @param figures measured quality, by metric
 * @param path its directory; empty when it comes on the class path
 */
public record ModelCard(
        String name,
        String role,
        Set<Role> roles,
        String licence,
        long bytes,
        String sha256,
        Map<String, Double> figures,
        Optional<Path> path) {
    public ModelCard {
        figures = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(figures));
    }
}
