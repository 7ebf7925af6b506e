package org.newsreel.api.search;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.service.Numbers;
import org.newsreel.api.service.Problem;
import org.newsreel.kg.search.Kind;
import org.newsreel.kg.search.Question;
import org.newsreel.kg.search.SearchIndex;
import org.newsreel.ontology.claim.EntityType;

/** The search box. */
@Path("/api/search")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Search")
public class SearchResource {
    private static final int MOST = 200;

    private final NameSearch names;

    @Inject
    SearchResource(NameSearch names) {
        this.names = names;
    }

    @GET
    @Operation(
            summary = "Entities, items and relations by name",
            description = "Finds whole names first, then words of names in any order, of which the"
                    + " last may be unfinished, names with a typing error or two a word, and words of the articles."
                    + " Equal fits are in the order of how many items speak of them.")
    @APIResponse(responseCode = "200", description = "The matches, the best first")
    @APIResponse(responseCode = "400", description = "A parameter is none of what it can be")
    public SearchView search(
            @Parameter(description = "Words; everything matches without them") @QueryParam("q") @DefaultValue("")
                    String q,
            @Parameter(description = "entity, item or relation; all when not given") @QueryParam("kind") String kind,
            @Parameter(description = "PER, LOC, ORG, TIME or MISC: only such entities") @QueryParam("type") String type,
            @Parameter(description = "Which match to begin with, from 0") @QueryParam("offset") @DefaultValue("0")
                    String offset,
            @Parameter(description = "How many matches, 1 to 200") @QueryParam("limit") @DefaultValue("20")
                    String limit) {
        int most = Numbers.whole("limit", limit, 1, MOST);
        int from = Numbers.whole("offset", offset, 0, SearchIndex.DEEPEST - most);
        Optional<Kind> wanted = Optional.ofNullable(kind).map(word -> Kind.named(word)
                .orElseThrow(() -> Problem.exception(400, "kind must be entity, item or relation.")));
        return SearchView.of(names.search(new Question(q, wanted, type(type), from, most)));
    }

    /** The type of this name; empty for null. */
    public static Optional<EntityType> type(String name) {
        return Optional.ofNullable(name).map(wanted -> Arrays.stream(EntityType.values())
                .filter(type -> type.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Problem.exception(400, "type must be PER, LOC, ORG, TIME or MISC.")));
    }
}
