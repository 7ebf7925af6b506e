package org.newsreel.extraction.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.schema.RelationInventory;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;

/**
 * The relation types that a network scores, with what the schema says of each. A corpus' own types, which the schema does
 * not know, may hold between any two chains and are directed. Immutable.
 */
public final class RelationLabels {
    private final List<String> names;
    private final List<Optional<RelationType>> types;

    /** Looks the names up. */
    public RelationLabels(List<String> names) {
        this.names = List.copyOf(names);
        List<Optional<RelationType>> found = new ArrayList<>();
        for (String name : names) {
            found.add(RelationSchema.standard().types(RelationInventory.M3D).stream()
                    .filter(t -> t.name().equals(name) && t.property().isPresent())
                    .findFirst());
        }
        types = List.copyOf(found);
    }

    public int size() {
        return names.size();
    }

    public String name(int index) {
        return names.get(index);
    }

    /** Index of a name, or -1. */
    public int indexOf(String name) {
        return names.indexOf(name);
    }

    /** Whether a type holds both ways between chains of one type. */
    public boolean symmetric(int index) {
        return types.get(index)
                .map(t -> t.symmetric() && t.domain() == t.range())
                .orElse(false);
    }

    /** Whether a type may hold from a subject to an object of these types. */
    public boolean admits(int index, EntityType subject, EntityType object) {
        return types.get(index).map(t -> t.admits(subject, object)).orElse(true);
    }

    /** Whether any type may hold from a subject to an object of these types. */
    public boolean admit(EntityType subject, EntityType object) {
        for (int i = 0; i < names.size(); i++) {
            if (admits(i, subject, object)) {
                return true;
            }
        }
        return false;
    }
}
