package org.newsreel.extraction.dgfpt;

import java.util.Set;

/**
 * Between entities of which types a relation may hold.
 *
 * @param domain types of the head; empty for any
 * @param range types of the tail; empty for any
 */
public record Admission(Set<Integer> domain, Set<Integer> range) {
    /** Of None, which any two entities may have. */
    public static final Admission ANY = new Admission(Set.of(), Set.of());

    public Admission {
        domain = Set.copyOf(domain);
        range = Set.copyOf(range);
    }

    /** From heads of one type to tails of one type. */
    public static Admission of(int head, int tail) {
        return new Admission(Set.of(head), Set.of(tail));
    }
}
