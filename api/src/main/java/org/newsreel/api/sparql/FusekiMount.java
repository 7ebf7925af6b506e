package org.newsreel.api.sparql;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.util.List;
import org.apache.jena.fuseki.auth.Auth;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.server.OperationRegistry;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.WebContent;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;
import org.newsreel.api.service.OpenStore;
import org.newsreel.api.service.ServiceConfig;
import org.newsreel.api.service.StoreUser;
import org.newsreel.kg.federation.Federation;

/** Which of Fuseki's operations the service offers on its store, where, and within what limits. */
@Startup
@Singleton
class FusekiMount implements StoreUser {
    static final String SPARQL = "/sparql";
    static final String GRAPH_STORE = "/rdf-graph-store";

    /** Rows that a sort keeps in memory; the rest goes to temporary files. */
    private static final long SPILL_ROWS = 200_000;

    private final OperationRegistry operations = OperationRegistry.createStd();
    private final DataAccessPointRegistry mounted = new DataAccessPointRegistry();

    private final Context limits = Context.create();
    private final OpenStore store;

    @Inject
    FusekiMount(OpenStore store, ServiceConfig config, RunningQueries queries, RemoteDocuments documents) {
        this.store = store;
        RemoteContexts.guard(documents);
        SoberRdfXml.everywhere();
        PatientRegex.everywhere();
        InlineComparisons.everywhere();
        operations.register(
                Operation.Query, WebContent.contentTypeSPARQLQuery, new LimitedQuery(queries, config.maxRows()));
        operations.register(
                Operation.Update,
                WebContent.contentTypeSPARQLUpdate,
                new GuardedUpdate(new Loads(documents), config.queryTimeout()));

        limits.set(ARQ.queryTimeout, Long.toString(config.queryTimeout().toMillis()));
        // The process's own too: an update's patterns know no narrower one.
        for (Context context : List.of(ARQ.getContext(), limits)) {
            context.set(ARQ.httpServiceAllowed, false);
            if (!documents.hosts().isEmpty()) {
                new Federation(documents.hosts()).guard(context);
                context.set(ARQ.httpQueryTimeout, config.queryTimeout().toMillis());
            }
        }
        limits.set(ARQ.spillToDiskThreshold, SPILL_ROWS);
        CountingExecutor.in(limits);
        takeUp();
    }

    /** Mounts the store that is there now. */
    @Override
    public void takeUp() {
        DatasetGraph graphs = new DecimalDeletes(store.dataset().asDatasetGraph());
        mount(
                SPARQL,
                DataService.newBuilder(graphs)
                        .addEndpoint(Endpoint.create()
                                .operation(Operation.Query)
                                .context(limits)
                                .build())
                        .addEndpoint(Operation.Update, Auth.ANY_USER)
                        .build());
        mount(
                GRAPH_STORE,
                DataService.newBuilder(graphs)
                        .addEndpoint(Operation.GSP_R)
                        .addEndpoint(Operation.GSP_RW, Auth.ANY_USER)
                        .build());
    }

    private void mount(String path, DataService service) {
        service.setEndpointProcessors(operations);
        service.forEachEndpoint(endpoint -> endpoint.setProcessor(new Sturdy(endpoint.getProcessor())));
        service.goActive();
        mounted.remove(DataAccessPoint.canonical(path));
        mounted.register(new DataAccessPoint(path, service));
    }

    /** Tells Fuseki's dispatcher, which looks there, what is mounted. */
    void register(ServletContext context) {
        OperationRegistry.set(context, operations);
        DataAccessPointRegistry.set(context, mounted);
    }
}
