package org.newsreel.kg.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The mappings that come with Newsreel. */
public enum ReadyMapping {
    /** schema.org: entities, relations and articles that mention them. */
    SCHEMA_ORG("schema.org", List.of("entities.rq", "facts.rq", "times.rq", "items.rq")),
    /** Wikidata's data model: direct claims, and statements with the article as reference. */
    WIKIDATA("wikidata", List.of("entities.rq", "claims.rq", "statements.rq")),
    /** NLP Interchange Format 2.1: texts, and phrases with the entities that they denote. */
    NIF("nif", List.of("contexts.rq", "phrases.rq")),
    /** Nanopublications: one for each statement, with assertion, provenance and publication information. */
    NANOPUB("nanopub", List.of("nanopublications.rq")),
    /** OWL-Time: times as intervals between instants. */
    OWL_TIME("owl-time", List.of("intervals.rq"));

    static final String SHAPES = "shapes.ttl";

    private final String title;
    private final List<String> queries;

    ReadyMapping(String title, List<String> queries) {
        this.title = title;
        this.queries = queries;
    }

    /** The name that {@code --mapping} takes. */
    public String title() {
        return title;
    }

    List<String> queries() {
        return queries;
    }

    /** Folder of its files on the class path. */
    String folder() {
        return "ready/" + title + "/";
    }

    static Optional<ReadyMapping> named(String title) {
        return Arrays.stream(values()).filter(m -> m.title.equals(title)).findFirst();
    }
}
