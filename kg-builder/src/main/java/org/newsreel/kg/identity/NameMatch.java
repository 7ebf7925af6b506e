package org.newsreel.kg.identity;

/**
 * What two names of one type say about being one entity's.
 *
 * @param likeness 0 for nothing, 1 for certain, before anything else is known
 * @param conflict whether the names speak strongly against it
 * @param otherName whether they are full names that share nothing, so that only an alias could make them one's
 * @param reason for people who review, such as {@code same family name and initial}; empty when nothing is said
 */
public record NameMatch(double likeness, boolean conflict, boolean otherName, String reason) {
    static final NameMatch NOTHING = new NameMatch(0, false, false, "");

    static NameMatch conflict(String reason) {
        return new NameMatch(0, true, false, reason);
    }

    static NameMatch unrelated() {
        return new NameMatch(0, false, true, "");
    }

    static NameMatch of(double likeness, String reason) {
        return new NameMatch(likeness, false, false, reason);
    }

    /** The names of two keys; symmetric. Keys of different types have nothing in common. */
    public static NameMatch of(EntityKey a, EntityKey b) {
        if (a.type() != b.type()) {
            return NOTHING;
        }
        return switch (a.type()) {
            case PER -> PersonNames.compare(PersonName.of(a), PersonName.of(b));
            case ORG, LOC, MISC -> ThingNames.compare(a, b);
            case TIME -> NOTHING;
        };
    }
}
