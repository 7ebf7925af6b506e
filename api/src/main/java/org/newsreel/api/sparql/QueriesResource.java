package org.newsreel.api.sparql;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.service.ApiKey;
import org.newsreel.api.service.Problem;

/** The SPARQL queries that are running, for whoever looks after the service. */
@Path("/api/queries")
@Tag(name = "queries")
public class QueriesResource {
    @Inject
    RunningQueries queries;

    @Inject
    ApiKey key;

    /**
     * One running query.
     *
     * @param id to cancel it with
     * @param query its text, cut after two thousand characters
     * @param since when it began, ISO 8601
     * @param seconds how long it has been running
     * @param rows that were given out so far
     */
    public record QueryView(long id, String query, String since, double seconds, long rows) {
        static QueryView of(RunningQuery query) {
            return new QueryView(
                    query.id(),
                    query.text(),
                    query.since().toString(),
                    query.time().toMillis() / 1000.0,
                    query.rows());
        }
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "The SPARQL queries that are running, oldest first")
    public List<QueryView> list(
            @HeaderParam("Authorization") String authorization, @HeaderParam("X-API-Key") String apiKey) {
        check(authorization, apiKey);
        return queries.list().stream().map(QueryView::of).toList();
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Cancels a running SPARQL query")
    public Response cancel(
            @PathParam("id") long id,
            @HeaderParam("Authorization") String authorization,
            @HeaderParam("X-API-Key") String apiKey) {
        check(authorization, apiKey);
        RunningQuery query = queries.find(id)
                .orElseThrow(() -> Problem.exception(404, "No query " + id + " is running: it may have ended."));
        query.end(RunningQuery.End.CANCELLED);
        return Response.noContent().build();
    }

    private void check(String authorization, String apiKey) {
        if (!key.allows(authorization, apiKey)) {
            throw Problem.exception(key.refusalStatus(), key.refusal());
        }
    }
}
