package org.newsreel.kg.merge;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.newsreel.kg.identity.Blocks;
import org.newsreel.kg.identity.EntityKey;

/**
 * What some items say of one entity that bears on its identity. Portraits of disjoint sets of items add up, in any order,
 * to that of all of them.
 *
 * @param iri the entity
 * @param label a name, the least of those that items write
 * @param support how many items name it
 * @param aliases what items say it is also known as
 * @param company who is named with it, and how much that says; empty where nobody asked
 */
public record Portrait(String iri, String label, int support, Set<Alias> aliases, Map<String, Double> company)
        implements Serializable {
    /** Of one item. */
    static Portrait of(String iri, String label, Set<Alias> aliases) {
        return new Portrait(iri, label, 1, aliases, Map.of());
    }

    /** The name, and what it tells. */
    public EntityKey key() {
        return EntityKey.of(iri, label);
    }

    /** Where the name stands and where it looks for others. */
    public Blocks blocks() {
        return Blocks.of(key());
    }

    /** What two disjoint sets of items say. */
    public Portrait and(Portrait other) {
        Set<Alias> both = new HashSet<>(aliases);
        both.addAll(other.aliases);
        return new Portrait(
                iri,
                label.compareTo(other.label) <= 0 ? label : other.label,
                support + other.support,
                both,
                joined(company, other.company));
    }

    /** The same, in this company. */
    public Portrait in(Map<String, Double> others) {
        return new Portrait(iri, label, support, aliases, others);
    }

    /** What two sets of items say of the company of one entity. */
    public static Map<String, Double> joined(Map<String, Double> one, Map<String, Double> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.isEmpty() ? other : one;
        }
        Map<String, Double> joined = new HashMap<>(one);
        other.forEach((third, weight) -> joined.merge(third, weight, Math::max));
        return joined;
    }
}
