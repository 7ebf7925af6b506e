package org.newsreel.api.statements;

import java.util.Optional;

/**
 * A decision on a statement, as it is sent.
 *
 * @param decision {@code accept}, {@code reject} or {@code correct}
 * @param subject for a correction: the right subject, when it is another
 * @param predicate for a correction: the right property, when it is another
 * @param object for a correction: the right object, when it is another
 * @param note why, in a few words
 */
public record ReviewRequest(
        Optional<String> decision,
        Optional<String> subject,
        Optional<String> predicate,
        Optional<String> object,
        Optional<String> note) {}
