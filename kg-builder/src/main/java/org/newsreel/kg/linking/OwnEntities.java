package org.newsreel.kg.linking;

import java.util.Collection;
import java.util.List;
import org.newsreel.ontology.claim.EntityType;

/** Where an enterprise's entities are. */
public interface OwnEntities {
    /** What is looked for: an entity of the graph with all its names. */
    record Wanted(String iri, EntityType type, List<String> names) {}

    /** Under this name its links are kept; the same source must have the same name when it is asked again. */
    String name();

    /**
     * Those that may be one of the wanted, by any of their names; for each in the order of the wanted.
     *
     * @throws IllegalStateException in one sentence, when the source does not answer
     */
    List<Collection<OwnEntity>> candidates(List<Wanted> wanted);
}
