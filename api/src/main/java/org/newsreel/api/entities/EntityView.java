package org.newsreel.api.entities;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.newsreel.api.links.LinkView;

/**
 * An entity with what all items together state of it.
 *
 * @param id its IRI
 * @param name its first label
 * @param labels all its names
 * @param type {@code PER}, {@code LOC}, {@code ORG}, {@code TIME} or {@code MISC}, when it has one
 * @param facts the relations that it takes part in; empty in a list of matches
 * @param items the items that speak of it; empty in a list of matches
 * @param merged the entities of items that it stands for, itself first; empty in a list of matches
 * @param links what made them one, and with whom it might be one or is not, the likeliest first
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record EntityView(
        String id,
        String name,
        List<String> labels,
        Optional<String> type,
        List<Fact> facts,
        List<Item> items,
        List<Party> merged,
        List<LinkView> links) {
    /**
     * A relation.
     *
     * @param property IRI of the property
     * @param label the property in words
     * @param sources where it is stated
     */
    public record Fact(Party subject, String property, String label, Party object, List<Source> sources) {}

    /** One side of a relation. */
    public record Party(String id, String name) {}

    /**
     * Where a fact is stated.
     *
     * @param item id of the item
     * @param statement IRI of the statement node
     */
    public record Source(String item, String statement, double confidence) {}

    /** An item that speaks of the entity. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Item(String id, Optional<String> headline, String language) {}

    /**
     * The answer to a search.
     *
     * @param total how many entities match, also behind the limit
     */
    public record Matches(int total, List<EntityView> entities) {}
}
