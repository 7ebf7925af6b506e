package org.newsreel.api.overview;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.search.NameSearch;

/** The graph as a whole. One instance a request. */
@Path("/api/overview")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Overview")
public class OverviewResource {
    private static final TermView.Terms TERMS = OntologyTerms.read();

    private final NameSearch names;

    @Inject
    OverviewResource(NameSearch names) {
        this.names = names;
    }

    @GET
    @Operation(summary = "How much there is in the graph, and which models made it")
    public OverviewView overview() {
        return OverviewView.of(names.figures());
    }

    @GET
    @Path("terms")
    @Operation(summary = "The classes and properties of the graph, with their names in English and Chinese")
    public TermView.Terms terms() {
        return TERMS;
    }
}
