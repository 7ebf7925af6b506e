package org.newsreel.extraction.pair;

import java.util.List;
import java.util.Optional;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.schema.RelationInventory;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;

/** The entity types that the relation types of a network join. */
public final class PairTypes {
    /** In the order of the type scores. */
    private static final List<EntityType> TYPES =
            List.of(EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.MISC);

    /** {@code T}. */
    public static final int COUNT = TYPES.size();

    private final int[] domains;
    private final int[] ranges;

    /** The types that belong to relation names of MNRE. */
    public PairTypes(List<String> relations) {
        List<RelationType> schema = RelationSchema.standard().types(RelationInventory.MNRE);
        domains = new int[relations.size()];
        ranges = new int[relations.size()];
        for (int r = 0; r < domains.length; r++) {
            String name = relations.get(r);
            RelationType type = schema.stream()
                    .filter(t -> t.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("MNRE has no relation type " + name));
            // None has no types, and a List.of refuses to look for null.
            domains[r] = type.domain() == null ? -1 : TYPES.indexOf(type.domain());
            ranges[r] = type.range() == null ? -1 : TYPES.indexOf(type.range());
        }
    }

    /** Index of the type of a relation's heads; empty for None. */
    public Optional<Integer> domain(int relation) {
        return domains[relation] < 0 ? Optional.empty() : Optional.of(domains[relation]);
    }

    /** Index of the type of a relation's tails; empty for None. */
    public Optional<Integer> range(int relation) {
        return ranges[relation] < 0 ? Optional.empty() : Optional.of(ranges[relation]);
    }

    /** {@code [T, R]}: 1 where a relation's heads have a type. */
    float[] domainMatrix() {
        return matrix(domains);
    }

    /** {@code [T, R]}: 1 where a relation's tails have a type. */
    float[] rangeMatrix() {
        return matrix(ranges);
    }

    private static float[] matrix(int[] typeOf) {
        float[] matrix = new float[COUNT * typeOf.length];
        for (int r = 0; r < typeOf.length; r++) {
            if (typeOf[r] >= 0) {
                matrix[typeOf[r] * typeOf.length + r] = 1;
            }
        }
        return matrix;
    }
}
