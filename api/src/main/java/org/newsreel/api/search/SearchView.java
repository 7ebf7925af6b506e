package org.newsreel.api.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.newsreel.kg.search.Answer;
import org.newsreel.kg.search.Hit;
import org.newsreel.ontology.claim.EntityType;

/**
 * The answer to a search.
 *
 * @param total how many match, also beyond the page
 */
public record SearchView(int total, List<Match> matches) {
    static SearchView of(Answer answer) {
        return new SearchView(
                answer.total(), answer.hits().stream().map(Match::of).toList());
    }

    /**
     * A match.
     *
     * @param kind {@code entity}, {@code item} or {@code relation}
     * @param id IRI of the entity or property, or id of the item
     * @param name the first name, or the headline
     * @param names all names
     * @param type {@code PER}, {@code LOC}, {@code ORG}, {@code TIME} or {@code MISC}, of an entity
     * @param items how many items speak of the entity
     * @param published when the item was published
     * @param score how well the name fits, in (0, 1]
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Match(
            String kind,
            String id,
            String name,
            List<String> names,
            Optional<String> type,
            int items,
            Optional<String> published,
            double score) {
        static Match of(Hit hit) {
            return new Match(
                    hit.kind().word(),
                    hit.id(),
                    hit.name(),
                    hit.names(),
                    hit.type().map(EntityType::name),
                    hit.count(),
                    hit.published(),
                    Math.round(hit.score() * 1e4) / 1e4);
        }
    }
}
