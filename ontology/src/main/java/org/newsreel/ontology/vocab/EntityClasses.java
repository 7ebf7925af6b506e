package org.newsreel.ontology.vocab;

import java.util.Arrays;
import java.util.Optional;
import org.newsreel.ontology.claim.EntityType;

/** Which class stands in the graph for each entity type. */
public final class EntityClasses {
    private EntityClasses() {}

    /** IRI of the class of a type. */
    public static String of(EntityType type) {
        return switch (type) {
            case PER -> Nr.PERSON;
            case LOC -> Nr.PLACE;
            case ORG -> Nr.ORGANIZATION;
            case TIME -> Nr.TIME_EXPRESSION;
            case MISC -> Nr.NAMED_THING;
        };
    }

    /** The type that a class stands for; empty for any other IRI. */
    public static Optional<EntityType> typeOf(String iri) {
        return Arrays.stream(EntityType.values())
                .filter(type -> of(type).equals(iri))
                .findFirst();
    }
}
