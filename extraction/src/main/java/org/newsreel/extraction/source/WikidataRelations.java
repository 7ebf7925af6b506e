package org.newsreel.extraction.source;

import java.util.List;
import java.util.Optional;
import org.newsreel.ontology.claim.EntityType;

/** DocRED's relation types, which are Wikidata properties, and what they are called in M3D's inventory. */
public final class WikidataRelations {
    /**
     * What a property between two entities of given types says.
     *
     * @param property such as {@code P19}
     * @param head type of the property's subject
     * @param tail type of its object
     * @param type the relation type's name
     * @param turned whether the relation runs from the tail to the head
     */
    public record Meaning(String property, EntityType head, EntityType tail, String type, boolean turned) {}

    /** All properties that DocRED uses. */
    public static final List<String> PROPERTIES =
            List.of(("P6 P17 P19 P20 P22 P25 P26 P27 P30 P31 P35 P36 P37 P39 P40 P50"
                            + " P54 P57 P58 P69 P86 P102 P108 P112 P118 P123 P127 P131 P136 P137 P140 P150 P155 P156 P159"
                            + " P161 P162 P166 P170 P171 P172 P175 P176 P178 P179 P190 P194 P205 P206 P241 P264 P272 P276"
                            + " P279 P355 P361 P364 P400 P403 P449 P463 P488 P495 P527 P551 P569 P570 P571 P576 P577 P580"
                            + " P582 P585 P607 P674 P676 P706 P710 P737 P740 P749 P800 P807 P840 P937 P1001 P1056 P1198"
                            + " P1336 P1344 P1365 P1366 P1376 P1412 P1441 P3373")
                    .split(" "));

    private static final EntityType PER = EntityType.PER;
    private static final EntityType LOC = EntityType.LOC;
    private static final EntityType ORG = EntityType.ORG;
    private static final EntityType TIME = EntityType.TIME;

    private static final List<Meaning> MEANINGS = List.of(
            new Meaning("P19", PER, LOC, "PER-LOC_birth", false),
            new Meaning("P569", PER, TIME, "PER-TIME_birth_time", false),
            new Meaning("P570", PER, TIME, "PER-TIME_death_time", false),
            new Meaning("P551", PER, LOC, "PER-LOC_residence", false),
            new Meaning("P937", PER, LOC, "PER-LOC_work", false),
            new Meaning("P26", PER, PER, "PER-PER_couple", false),
            new Meaning("P3373", PER, PER, "PER-PER_brother_sister", false),
            new Meaning("P40", PER, PER, "PER-PER_parents", false),
            new Meaning("P22", PER, PER, "PER-PER_parents", true),
            new Meaning("P25", PER, PER, "PER-PER_parents", true),
            new Meaning("P463", PER, ORG, "PER-ORG_member", false),
            new Meaning("P108", PER, ORG, "PER-ORG_member", false),
            new Meaning("P54", PER, ORG, "PER-ORG_member", false),
            new Meaning("P102", PER, ORG, "PER-ORG_member", false),
            new Meaning("P69", PER, ORG, "PER-ORG_member", false),
            new Meaning("P241", PER, ORG, "PER-ORG_member", false),
            new Meaning("P488", ORG, PER, "PER-ORG_member", true),
            new Meaning("P527", ORG, PER, "PER-ORG_member", true),
            new Meaning("P131", LOC, LOC, "LOC-LOC_contain", true),
            new Meaning("P17", LOC, LOC, "LOC-LOC_contain", true),
            new Meaning("P30", LOC, LOC, "LOC-LOC_contain", true),
            new Meaning("P361", LOC, LOC, "LOC-LOC_contain", true),
            new Meaning("P1376", LOC, LOC, "LOC-LOC_contain", true),
            new Meaning("P150", LOC, LOC, "LOC-LOC_contain", false),
            new Meaning("P527", LOC, LOC, "LOC-LOC_contain", false),
            new Meaning("P36", LOC, LOC, "LOC-LOC_contain", false),
            new Meaning("P131", ORG, LOC, "ORG-LOC_located", false),
            new Meaning("P17", ORG, LOC, "ORG-LOC_located", false),
            new Meaning("P159", ORG, LOC, "ORG-LOC_located", false),
            new Meaning("P276", ORG, LOC, "ORG-LOC_located", false),
            new Meaning("P361", ORG, ORG, "ORG-ORG_affiliated", false),
            new Meaning("P527", ORG, ORG, "ORG-ORG_affiliated", false),
            new Meaning("P749", ORG, ORG, "ORG-ORG_affiliated", false),
            new Meaning("P355", ORG, ORG, "ORG-ORG_affiliated", false),
            new Meaning("P127", ORG, ORG, "ORG-ORG_affiliated", false),
            new Meaning("P571", ORG, TIME, "ORG-TIME_establish", false),
            new Meaning("P571", LOC, TIME, "LOC-TIME_establish", false),
            new Meaning("P576", LOC, TIME, "LOC-TIME_disintegrate", false));

    private WikidataRelations() {}

    /** The type of M3D's inventory that says the same, if there is one. */
    public static Optional<Meaning> meaning(String property, EntityType head, EntityType tail) {
        return MEANINGS.stream()
                .filter(m -> m.property().equals(property) && m.head() == head && m.tail() == tail)
                .findFirst();
    }
}
