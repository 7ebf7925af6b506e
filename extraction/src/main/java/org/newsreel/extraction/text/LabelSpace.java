package org.newsreel.extraction.text;

import java.util.List;
import org.newsreel.extraction.source.WikidataRelations;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.schema.RelationInventory;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;

/**
 * What one corpus calls things. Corpora disagree about what a mention is and which relations there are; each gets its own
 * tags and relation scores over the shared encoder, so that what one leaves out is no counter-example for another.
 *
 * @param name such as {@code m3d}
 * @param types its mention types, in the order of its tags
 * @param relations its relation types by name, in the order of their scores; may be empty
 * @param calibration how scores of relations become probabilities
 */
public record LabelSpace(String name, List<EntityType> types, List<String> relations, Calibration calibration) {
    public LabelSpace {
        if (!name.matches("[a-z0-9]+")) {
            throw new IllegalArgumentException("a label space is called by small letters and digits, not " + name);
        }
        types = List.copyOf(types);
        relations = List.copyOf(relations);
        if (types.isEmpty()) {
            throw new IllegalArgumentException("the label space " + name + " has no mention types");
        }
    }

    /** A label space whose relations are claimed where their score is above the threshold class. */
    public static LabelSpace of(String name, List<EntityType> types, List<String> relations) {
        return new LabelSpace(name, types, relations, Calibration.NONE);
    }

    /** M3D's mention and relation types, which are the product's own. */
    public static LabelSpace m3d() {
        return of(
                "m3d",
                List.of(EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.TIME),
                RelationSchema.standard().types(RelationInventory.M3D).stream()
                        .filter(t -> t.property().isPresent())
                        .map(RelationType::name)
                        .toList());
    }

    /**
     * The label spaces of the text network that ships: M3D's, DocRED's Wikidata properties, GUM's entities, the names in
     * tweets of two years, which were annotated by different hands, and CrossNER's.
     */
    public static List<LabelSpace> standard() {
        List<EntityType> names = List.of(EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.MISC);
        return List.of(
                m3d(),
                of("wikidata", List.of(EntityType.values()), WikidataRelations.PROPERTIES),
                of("gum", List.of(EntityType.PER, EntityType.LOC, EntityType.ORG, EntityType.TIME), List.of()),
                of("twitter2015", names, List.of()),
                of("twitter2017", names, List.of()),
                of("crossner", names, List.of()));
    }

    /** The same labels with another calibration. */
    public LabelSpace with(Calibration other) {
        return new LabelSpace(name, types, relations, other);
    }
}
