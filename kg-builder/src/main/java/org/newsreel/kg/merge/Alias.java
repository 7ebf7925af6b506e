package org.newsreel.kg.merge;

import java.io.Serializable;

/**
 * An item's word that one entity is also known as another.
 *
 * @param subject an IRI
 * @param object an IRI, or any other term's text
 * @param confidence in [0, 1]
 */
public record Alias(String subject, String object, double confidence) implements Serializable {
    /** Whether it is about these two, in either order. */
    boolean ties(String one, String other) {
        return (subject.equals(one) && object.equals(other)) || (subject.equals(other) && object.equals(one));
    }
}
