package org.newsreel.api.entities;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.search.NameSearch;
import org.newsreel.api.search.SearchResource;
import org.newsreel.api.service.Numbers;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;
import org.newsreel.kg.identity.Iris;
import org.newsreel.kg.search.Answer;
import org.newsreel.kg.search.Hit;
import org.newsreel.kg.search.Question;

/** Persons, places, organisations and whatever else the items speak of. */
@Path("/api/entities")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Entities")
public class EntitiesResource {
    private static final int MOST = 200;

    private final OpenStore store;
    private final NameSearch names;

    @Inject
    EntitiesResource(OpenStore store, NameSearch names) {
        this.store = store;
        this.names = names;
    }

    @GET
    @Operation(
            summary = "Entities by name",
            description = "By whole names, beginnings and words of names, also misspelt; see /api/search.")
    @APIResponse(responseCode = "200", description = "The matches, the best fit first")
    @APIResponse(responseCode = "400", description = "The type or the limit is none of what it can be")
    public EntityView.Matches search(
            @Parameter(description = "Words of the name; without them all entities match")
                    @QueryParam("q")
                    @DefaultValue("")
                    String q,
            @Parameter(description = "PER, LOC, ORG, TIME or MISC; all when not given") @QueryParam("type") String type,
            @Parameter(description = "How many entities, 1 to 200") @QueryParam("limit") @DefaultValue("50")
                    String limit) {
        int most = Numbers.whole("limit", limit, 1, MOST);
        Answer found = names.search(Question.entities(q, SearchResource.type(type), most));
        return store.read(() -> new EntityReader(store.dataset())
                .matches(found.total(), found.hits().stream().map(Hit::id).toList()));
    }

    @GET
    @Path("{id: .+}")
    @Operation(summary = "One entity with its facts and the items that speak of it")
    @APIResponse(responseCode = "200", description = "The entity")
    @APIResponse(responseCode = "404", description = "The graph has no such entity")
    public EntityView entity(
            @Parameter(description = "The entity's IRI, percent-encoded, or what follows " + Iris.BASE + " in it")
                    @PathParam("id")
                    String id) {
        String iri = id.contains(":") ? id : Iris.BASE + id;
        return store.read(() -> new EntityReader(store.dataset()).read(iri))
                .orElseThrow(() -> Problem.exception(404, "The graph has no entity " + iri + "."));
    }
}
