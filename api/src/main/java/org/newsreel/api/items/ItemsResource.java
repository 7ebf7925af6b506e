package org.newsreel.api.items;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.service.Numbers;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;

/** News items. */
@Path("/api/items")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Items")
public class ItemsResource {
    private static final int MOST = 500;

    private final OpenStore store;

    @Inject
    ItemsResource(OpenStore store) {
        this.store = store;
    }

    @GET
    @Operation(summary = "The items, newest first")
    @APIResponse(responseCode = "200", description = "One page of the list")
    @APIResponse(responseCode = "400", description = "The offset or the limit is no number in its range")
    public ItemList list(
            @Parameter(description = "Which item to begin with, from 0") @QueryParam("offset") @DefaultValue("0")
                    String offset,
            @Parameter(description = "How many items, 1 to 500") @QueryParam("limit") @DefaultValue("50") String limit,
            @Parameter(description = "Words that the headline, source or text must hold") @QueryParam("q") String q) {
        int from = Numbers.whole("offset", offset, 0, Integer.MAX_VALUE);
        int most = Numbers.whole("limit", limit, 1, MOST);
        Optional<String> words = Optional.ofNullable(q).map(String::strip).filter(w -> !w.isEmpty());
        return store.read(() -> new ItemLister(store.dataset()).list(from, most, words));
    }

    @GET
    @Path("{id: .+}")
    @Operation(summary = "One item with its text, media, entities, statements and their evidence")
    @APIResponse(responseCode = "200", description = "The item")
    @APIResponse(responseCode = "404", description = "The store has no such item")
    public ItemView item(@Parameter(description = "The item's id, percent-encoded") @PathParam("id") String id) {
        return store.read(() -> new ItemReader(store.dataset()).read(id))
                .orElseThrow(() -> Problem.exception(404, "The store has no item \"" + id + "\"."));
    }
}
