package org.newsreel.extraction.source;

import java.util.List;
import org.newsreel.ontology.claim.EntityType;

/** Which Wikidata properties of DocRED say what a type of M3D's inventory says, and in which direction. */
final class WikidataRelations {
    private record Meaning(String property, EntityType head, EntityType tail, String type, boolean turned) {}

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

    /** Adds the relation under M3D's name if there is one, else under the property's id. */
    static void add(GoldBuilder gold, String property, int head, int tail) {
        for (Meaning meaning : MEANINGS) {
            if (meaning.property().equals(property)
                    && meaning.head() == gold.type(head)
                    && meaning.tail() == gold.type(tail)) {
                gold.relation(meaning.turned() ? tail : head, meaning.turned() ? head : tail, meaning.type());
                return;
            }
        }
        gold.relation(head, tail, property);
    }
}
