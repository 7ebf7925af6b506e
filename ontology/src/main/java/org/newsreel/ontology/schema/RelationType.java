package org.newsreel.ontology.schema;

import java.util.Optional;
import org.newsreel.ontology.claim.EntityType;

/**
 * One relation type of one inventory.
 *
 * @param name as the inventory writes it, such as {@code PER-ORG_member} or {@code /per/loc/place_of_birth}
 * @param inventory whose label it is
 * @param domain type of the subject
 * @param range type of the object
 * @param symmetric whether it holds both ways
 * @param inverse local name of the property in {@code nr:} that says the same backwards, when there is one
 * @param property local name of the property in {@code nr:} that it becomes; empty for None
 */
public record RelationType(
        String name,
        RelationInventory inventory,
        EntityType domain,
        EntityType range,
        boolean symmetric,
        Optional<String> inverse,
        Optional<String> property) {
    /** Whether a relation of this type may hold between a subject and an object of these types. */
    public boolean admits(EntityType subject, EntityType object) {
        return domain == subject && range == object;
    }
}
