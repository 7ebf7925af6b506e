package org.newsreel.api.reconcile;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.newsreel.api.search.NameSearch;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.Problem;
import org.newsreel.kg.search.RelationNames;

/** The reconciliation endpoint: manifest, batches of queries, data extension. */
@Path("/reconcile")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reconciliation")
public class ReconcileResource {
    private final OpenStore store;
    private final NameSearch names;
    private final RelationNames relations = new RelationNames();

    @Inject
    ReconcileResource(OpenStore store, NameSearch names) {
        this.store = store;
        this.names = names;
    }

    /** The candidates for one query. */
    record Result(List<Candidates.Candidate> result) {}

    @GET
    @Operation(
            summary = "The service manifest, or the answer to a batch",
            description = "Reconciliation Service API 0.2. In OpenRefine, add this address as a standard service.")
    @APIResponse(responseCode = "200", description = "The manifest without parameters, else what POST answers")
    public Object get(
            @Parameter(description = "A batch of queries, JSON") @QueryParam("queries") String queries,
            @Parameter(description = "A data extension query, JSON") @QueryParam("extend") String extend,
            @Context UriInfo uri) {
        return queries == null && extend == null ? Manifest.at(base(uri)) : answer(queries, extend);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Candidates for a batch of queries, or values of properties for entities")
    @APIResponse(responseCode = "200", description = "Candidates by key of the query, or a table of values")
    @APIResponse(responseCode = "400", description = "The parameter is no JSON of its form")
    public Object post(@FormParam("queries") String queries, @FormParam("extend") String extend) {
        return answer(queries, extend);
    }

    @POST
    @Path("extend")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(summary = "Values of properties for entities")
    @APIResponse(responseCode = "200", description = "A table of values")
    public Object extend(@FormParam("extend") String extend) {
        return answer(null, extend);
    }

    private Object answer(String queries, String extend) {
        if (queries != null) {
            Map<String, ReconcileQuery> batch = ReconcileQuery.batch(queries);
            return store.read(() -> {
                Candidates candidates = new Candidates(names, new MergedFacts(store.dataset()));
                Map<String, Result> results = new LinkedHashMap<>();
                batch.forEach((key, query) -> results.put(key, new Result(candidates.of(query))));
                return results;
            });
        }
        if (extend != null) {
            Extension.Wanted wanted = Extension.Wanted.read(extend);
            return store.read(() -> new Extension(new MergedFacts(store.dataset()), relations).of(wanted));
        }
        throw Problem.exception(400, "Send queries or extend as a field of a form.");
    }

    /** The service's address without a slash at the end, as its caller sees it. */
    static String base(UriInfo uri) {
        String base = uri.getBaseUri().toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
