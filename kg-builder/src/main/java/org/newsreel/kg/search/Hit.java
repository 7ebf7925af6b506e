package org.newsreel.kg.search;

import java.util.List;
import java.util.Optional;
import org.newsreel.ontology.claim.EntityType;

/**
 * A match.
 *
 * @param id IRI of the entity or property, or id of the item
 * @param name its first name, or the headline
 * @param names all names
 * @param type of an entity that has one
 * @param count how many items speak of the entity, at most {@link GraphDocuments#MOST_COUNTED}; 0 for others
 * @param published of an item, as its source gave it
 * @param score in (0, 1]: how well the name fits
 */
public record Hit(
        Kind kind,
        String id,
        String name,
        List<String> names,
        Optional<EntityType> type,
        int count,
        Optional<String> published,
        double score) {
    public Hit {
        names = List.copyOf(names);
    }
}
