package org.newsreel.kg.linking;

import java.util.List;
import java.util.Optional;
import org.newsreel.ontology.claim.EntityType;

/**
 * An entity of an enterprise.
 *
 * @param iri its IRI
 * @param type empty when the source does not tell
 * @param names the first is the preferred one; never empty
 */
public record OwnEntity(String iri, Optional<EntityType> type, List<String> names) {
    public OwnEntity {
        names = names.stream()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException(iri + " has no name");
        }
    }
}
