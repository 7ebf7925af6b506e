package org.newsreel.kg.identity;

import java.util.Optional;
import java.util.regex.Pattern;
import org.newsreel.ontology.claim.EntityType;

/**
 * What item graphs know of one entity before identities are resolved, as far as its name tells. Two keys of the same
 * IRI are the same, whatever item they were read from.
 *
 * @param iri as {@link Identities} made it
 * @param type told by the IRI
 * @param label a name as it was written; for a key that items share, any of them, because all normalise alike
 * @param shared whether the name identifies the entity in every item; else the key belongs to one item
 */
public record EntityKey(String iri, EntityType type, String label, boolean shared) {
    private static final Pattern ITEMS_OWN = Pattern.compile(".*[-/][0-9a-f]{" + Identities.ITEM_KEY_DIGITS + "}");

    private static final Pattern INITIAL = Pattern.compile("(?:^|[\\s.])\\p{L}(?:[\\s.]|$)");

    /**
     * A key from its IRI and a label.
     *
     * @throws IllegalArgumentException for an IRI that is no entity's
     */
    public static EntityKey of(String iri, String label) {
        EntityType type = typeOf(iri)
                .orElseThrow(() -> new IllegalArgumentException(
                        iri + " is no entity: give an IRI that begins with " + Iris.BASE + "person/ or alike"));
        return new EntityKey(
                iri,
                type,
                label,
                type == EntityType.TIME || !ITEMS_OWN.matcher(iri).matches());
    }

    /** The type that an entity's IRI tells; empty for any other IRI. */
    public static Optional<EntityType> typeOf(String iri) {
        for (EntityType type : EntityType.values()) {
            if (iri.startsWith(Iris.BASE + Identities.folder(type) + "/")) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Whether part of the name is an initial. */
    public boolean isAbbreviated() {
        return INITIAL.matcher(name()).find();
    }

    /** The name as it is compared. */
    String name() {
        return Names.normalised(type, label);
    }
}
