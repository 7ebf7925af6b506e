package org.newsreel.api.changes;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;
import org.newsreel.kg.changes.ChangeLog;

/** The feed of changes. */
@Path("/api/changes")
@Blocking
@Tag(name = "Changes")
public class ChangesResource {
    /** As Jena names it. */
    private static final String RDF_PATCH = "application/rdf-patch";

    private final OpenStore store;

    @Inject
    ChangesResource(OpenStore store) {
        this.store = store;
    }

    @GET
    @Produces(RDF_PATCH)
    @Operation(
            summary = "What was added and removed since a change, as RDF Patch",
            description =
                    "The number of the newest change is in the header Newsreel-Change: ask with it the next time.")
    @APIResponse(responseCode = "200", description = "The patches, oldest first; nothing when there is no newer change")
    @APIResponse(responseCode = "400", description = "There is no change of this number")
    @APIResponse(responseCode = "410", description = "The changes after this number are no longer kept")
    public Response since(
            @Parameter(description = "Number of the last change that is known; 0 for all")
                    @QueryParam("since")
                    @DefaultValue("0")
                    String since) {
        ChangeLog changes = store.changes();
        long last = changes.last();
        long number = number(since, last);
        if (number < changes.first() - 1) {
            throw Problem.exception(
                    410,
                    "The changes up to " + (changes.first() - 1)
                            + " are no longer kept: take the whole graph from /sparql or /rdf-graph-store, and go on from "
                            + last + ".");
        }
        StreamingOutput patches = out -> changes.copy(number, last, out);
        return Response.ok(patches, RDF_PATCH)
                .header("Newsreel-Change", last)
                .header("Cache-Control", "no-cache")
                .build();
    }

    private static long number(String since, long last) {
        try {
            long number = Long.parseLong(since.strip());
            if (number >= 0 && number <= last) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers that are not there.
        }
        throw Problem.exception(400, "since must be the number of a change, from 0 to " + last + ".");
    }
}
