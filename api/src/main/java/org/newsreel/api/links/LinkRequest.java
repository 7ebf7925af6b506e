package org.newsreel.api.links;

import java.util.Optional;

/**
 * A decision on two entities, as it is sent.
 *
 * @param a IRI of an entity
 * @param b IRI of the other
 * @param decision {@code same} or {@code different}
 * @param note why, in a few words
 */
public record LinkRequest(Optional<String> a, Optional<String> b, Optional<String> decision, Optional<String> note) {}
