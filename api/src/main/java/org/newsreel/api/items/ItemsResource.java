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
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.search.NameSearch;
import org.newsreel.api.service.Numbers;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;
import org.newsreel.kg.search.Newest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** News items. */
@Path("/api/items")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Items")
public class ItemsResource {
    private static final int MOST = 500;

    private static final int ATTEMPTS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(ItemsResource.class);

    private final OpenStore store;
    private final NameSearch names;

    @Inject
    ItemsResource(OpenStore store, NameSearch names) {
        this.store = store;
        this.names = names;
    }

    @GET
    @Operation(summary = "The items, newest first")
    @APIResponse(responseCode = "200", description = "One page of the list")
    @APIResponse(responseCode = "400", description = "The offset or the limit is no number in its range")
    public ItemList list(
            @Parameter(description = "Which item to begin with, from 0") @QueryParam("offset") @DefaultValue("0")
                    String offset,
            @Parameter(description = "How many items, 1 to 500") @QueryParam("limit") @DefaultValue("50") String limit,
            @Parameter(description = "Words that the headline, source or text must hold") @QueryParam("q") String q,
            @Parameter(description = "Ids of items: only these, in this order, without those that are not there")
                    @QueryParam("id")
                    List<String> ids) {
        if (!ids.isEmpty()) {
            return chosen(ids);
        }
        int from = Numbers.whole("offset", offset, 0, Integer.MAX_VALUE);
        int most = Numbers.whole("limit", limit, 1, MOST);
        Optional<String> words = Optional.ofNullable(q).map(String::strip).filter(w -> !w.isEmpty());
        return words.isPresent() ? walked(from, most, words) : indexed(from, most);
    }

    private ItemList chosen(List<String> ids) {
        if (ids.size() > MOST) {
            throw Problem.exception(400, "No more than " + MOST + " items can be asked for by id at once.");
        }
        List<ItemList.Summary> found = store.read(() -> {
            ItemLister lister = new ItemLister(store.dataset());
            return ids.stream()
                    .flatMap(id -> lister.summaries(List.of(id)).stream())
                    .flatMap(List::stream)
                    .toList();
        });
        return new ItemList(found.size(), 0, ids.size(), found);
    }

    private ItemList walked(int from, int most, Optional<String> words) {
        return store.read(() -> new ItemLister(store.dataset()).list(from, most, words));
    }

    /**
     * Asks the index for the order, so that a page takes no longer where there are many items. An item may be forgotten
     * between the index' answer and the graph's: then both are asked anew.
     */
    private ItemList indexed(int from, int most) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Newest page;
            try {
                page = names.newest(from, most);
            } catch (UncheckedIOException e) {
                LOG.warn("items listed without the index: {}", e.getMessage());
                break;
            }
            Optional<List<ItemList.Summary>> summaries =
                    store.read(() -> new ItemLister(store.dataset()).summaries(page.ids()));
            if (summaries.isPresent()) {
                return new ItemList(page.total(), from, most, summaries.get());
            }
        }
        return walked(from, most, Optional.empty());
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
