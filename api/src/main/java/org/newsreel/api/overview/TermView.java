package org.newsreel.api.overview;

import java.util.List;
import java.util.Map;

/**
 * A class or property that queries use.
 *
 * @param prefixed how queries write it, such as {@code nr:memberOf}
 * @param kind {@code class} or {@code property}
 * @param labels its names by language; empty for terms of other vocabularies
 * @param comments what it means, by language
 * @param relation whether it relates two entities, so that a fact can have it
 */
public record TermView(
        String iri,
        String prefixed,
        String kind,
        Map<String, String> labels,
        Map<String, String> comments,
        boolean relation) {
    /** All of them, and the prefixes that they are written with. */
    public record Terms(Map<String, String> prefixes, List<TermView> terms) {}
}
