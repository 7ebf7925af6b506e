package org.newsreel.api.media;

import java.util.Arrays;

/** The comparison that {@code If-None-Match} asks for (RFC 9110, section 13.1.2). */
final class EntityTags {
    private EntityTags() {}

    /**
     * Whether the client already has what the tag names.
     *
     * @param header the header's value, or null
     */
    static boolean matches(String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .map(given -> given.startsWith("W/") ? given.substring(2) : given)
                        .anyMatch(given -> given.equals("*") || given.equals(tag));
    }
}
