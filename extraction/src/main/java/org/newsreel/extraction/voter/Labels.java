package org.newsreel.extraction.voter;

import java.util.List;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.schema.RelationSchema;

/**
 * The relation types that a network tells apart, in the order of its scores, and between what types of entity the schema
 * knows them. Names that the schema does not know, None among them, are never claimed.
 */
final class Labels {
    private static final int TYPES = EntityType.values().length;

    private final List<String> names;
    private final boolean[][][] admits;

    Labels(List<String> names) {
        this.names = List.copyOf(names);
        this.admits = new boolean[names.size()][TYPES][TYPES];
        for (int r = 0; r < names.size(); r++) {
            for (EntityType subject : EntityType.values()) {
                for (EntityType object : EntityType.values()) {
                    admits[r][subject.ordinal()][object.ordinal()] = RelationSchema.standard()
                            .find(names.get(r), subject, object)
                            .isPresent();
                }
            }
        }
    }

    int size() {
        return names.size();
    }

    String name(int relation) {
        return names.get(relation);
    }

    int indexOf(String name) {
        return names.indexOf(name);
    }

    boolean admits(int relation, EntityType subject, EntityType object) {
        return admits[relation][subject.ordinal()][object.ordinal()];
    }

    /** Whether any relation may hold between these types. */
    boolean admit(EntityType subject, EntityType object) {
        for (int r = 0; r < names.size(); r++) {
            if (admits(r, subject, object)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the schema knows any of the names. */
    boolean known() {
        for (EntityType subject : EntityType.values()) {
            for (EntityType object : EntityType.values()) {
                if (admit(subject, object)) {
                    return true;
                }
            }
        }
        return false;
    }
}
