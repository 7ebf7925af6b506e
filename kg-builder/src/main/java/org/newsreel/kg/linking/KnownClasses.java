package org.newsreel.kg.linking;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.vocab.EntityClasses;
import org.newsreel.ontology.vocab.Rdfs;
import org.newsreel.ontology.vocab.Schema;

/** Properties that name and classes that type entities in the vocabularies that enterprises use. */
final class KnownClasses {
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String ORG = "http://www.w3.org/ns/org#";
    private static final String DBPEDIA = "http://dbpedia.org/ontology/";
    private static final String OLD_SCHEMA = "http://schema.org/";
    private static final Set<String> PREFERRED =
            Set.of(Rdfs.LABEL, SKOS + "prefLabel", Schema.NS + "name", OLD_SCHEMA + "name", FOAF + "name");
    private static final Set<String> ALIASES = Set.of(
            SKOS + "altLabel",
            Schema.NS + "alternateName",
            OLD_SCHEMA + "alternateName",
            Schema.NS + "legalName",
            OLD_SCHEMA + "legalName",
            FOAF + "nick");
    private static final Map<String, EntityType> CLASSES = Map.ofEntries(
            Map.entry("Person", EntityType.PER),
            Map.entry("Agent", EntityType.ORG),
            Map.entry("Organization", EntityType.ORG),
            Map.entry("Organisation", EntityType.ORG),
            Map.entry("FormalOrganization", EntityType.ORG),
            Map.entry("Corporation", EntityType.ORG),
            Map.entry("Company", EntityType.ORG),
            Map.entry("Group", EntityType.ORG),
            Map.entry("Place", EntityType.LOC),
            Map.entry("City", EntityType.LOC),
            Map.entry("Country", EntityType.LOC),
            Map.entry("AdministrativeArea", EntityType.LOC),
            Map.entry("Event", EntityType.MISC),
            Map.entry("CreativeWork", EntityType.MISC),
            Map.entry("Product", EntityType.MISC));
    private static final List<String> NAMESPACES = List.of(Schema.NS, OLD_SCHEMA, FOAF, ORG, DBPEDIA);

    private KnownClasses() {}

    static List<String> names() {
        return java.util.stream.Stream.concat(PREFERRED.stream(), ALIASES.stream())
                .sorted()
                .toList();
    }

    static boolean isName(String property) {
        return PREFERRED.contains(property) || ALIASES.contains(property);
    }

    static boolean isPreferred(String property) {
        return PREFERRED.contains(property);
    }

    /** The type of this name or of the class of this IRI. */
    static Optional<EntityType> type(String term) {
        Optional<EntityType> named = Arrays.stream(EntityType.values())
                .filter(type -> type.name().equalsIgnoreCase(term))
                .findFirst();
        return named.or(() -> EntityClasses.typeOf(term)).or(() -> NAMESPACES.stream()
                .filter(term::startsWith)
                .findFirst()
                .map(namespace -> CLASSES.get(term.substring(namespace.length()))));
    }
}
