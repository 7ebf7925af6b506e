package org.newsreel.extraction.source;

import static java.util.Map.entry;

import java.util.Map;
import org.newsreel.ontology.claim.EntityType;

/** M3D's types for those of CrossNER (Liu et al. 2021), which CrossRE (Bassignana and Plank 2022) shares. */
final class CrossTypes {
    static final Map<String, EntityType> TYPES = Map.ofEntries(
            entry("person", EntityType.PER),
            entry("politician", EntityType.PER),
            entry("scientist", EntityType.PER),
            entry("writer", EntityType.PER),
            entry("researcher", EntityType.PER),
            entry("musicalartist", EntityType.PER),
            entry("location", EntityType.LOC),
            entry("country", EntityType.LOC),
            entry("organisation", EntityType.ORG),
            entry("politicalparty", EntityType.ORG),
            entry("university", EntityType.ORG),
            entry("band", EntityType.ORG),
            entry("election", EntityType.MISC),
            entry("event", EntityType.MISC),
            entry("misc", EntityType.MISC),
            entry("award", EntityType.MISC),
            entry("academicjournal", EntityType.MISC),
            entry("album", EntityType.MISC),
            entry("algorithm", EntityType.MISC),
            entry("astronomicalobject", EntityType.MISC),
            entry("book", EntityType.MISC),
            entry("chemicalcompound", EntityType.MISC),
            entry("chemicalelement", EntityType.MISC),
            entry("conference", EntityType.MISC),
            entry("discipline", EntityType.MISC),
            entry("enzyme", EntityType.MISC),
            entry("field", EntityType.MISC),
            entry("literarygenre", EntityType.MISC),
            entry("magazine", EntityType.MISC),
            entry("metrics", EntityType.MISC),
            entry("musicalinstrument", EntityType.MISC),
            entry("musicgenre", EntityType.MISC),
            entry("poem", EntityType.MISC),
            entry("product", EntityType.MISC),
            entry("programlang", EntityType.MISC),
            entry("protein", EntityType.MISC),
            entry("song", EntityType.MISC),
            entry("task", EntityType.MISC),
            entry("theory", EntityType.MISC));

    private CrossTypes() {}
}
