package org.newsreel.api.overview;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.service.OpenStore;

/** The graph as a whole. One instance a request; what it counted is kept for the next. */
@Path("/api/overview")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Overview")
public class OverviewResource {
    private final OpenStore store;
    private final CountedOnce counted;

    @Inject
    OverviewResource(OpenStore store, CountedOnce counted) {
        this.store = store;
        this.counted = counted;
    }

    @GET
    @Operation(
            summary = "How much there is in the graph, and which models made it",
            description = "Counted when the graph has changed since it was last asked for.")
    public OverviewView overview() {
        return counted.at(store.changes().last(), () -> store.read(() -> new GraphCounts(store.dataset()).count()));
    }

    @GET
    @Path("terms")
    @Operation(summary = "The classes and properties of the graph, with their names in English and Chinese")
    public TermView.Terms terms() {
        return CountedOnce.TERMS;
    }
}
