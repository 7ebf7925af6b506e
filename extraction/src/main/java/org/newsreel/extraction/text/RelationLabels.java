package org.newsreel.extraction.text;

import java.util.ArrayList;
import java.util.List;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.schema.RelationInventory;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;

/** The relation types that a network scores, with what the schema says of each. Immutable. */
public final class RelationLabels {
    private final List<RelationType> types;

    /**
     * Looks the names up.
     *
     * @throws IllegalArgumentException when M3D's inventory lacks one
     */
    public RelationLabels(List<String> names) {
        List<RelationType> found = new ArrayList<>();
        for (String name : names) {
            found.add(RelationSchema.standard().types(RelationInventory.M3D).stream()
                    .filter(t -> t.name().equals(name) && t.property().isPresent())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("the relation schema has no type " + name)));
        }
        types = List.copyOf(found);
    }

    public int size() {
        return types.size();
    }

    public RelationType get(int index) {
        return types.get(index);
    }

    /** Index of a name, or -1. */
    public int indexOf(String name) {
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    /** Whether any type may hold from a subject to an object of these types. */
    public boolean admit(EntityType subject, EntityType object) {
        return types.stream().anyMatch(t -> t.admits(subject, object));
    }
}
