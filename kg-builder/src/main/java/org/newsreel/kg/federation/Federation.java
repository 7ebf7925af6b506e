package org.newsreel.kg.federation;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.compose.MultiUnion;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.exec.http.Service;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.util.Context;

/**
 * This graph and others as one. Every triple pattern of the default graph is asked here and at each endpoint, so a join may
 * go back and forth between them; {@code GRAPH} asks this store alone, and {@code SERVICE} one endpoint alone. Hosts that
 * are not on the allow-list are not contacted, also not by way of a redirection.
 */
public final class Federation {
    private final AllowedHosts hosts;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public Federation(AllowedHosts hosts) {
        this.hosts = hosts;
    }

    /**
     * A read-only view of a dataset together with endpoints. Needs the dataset's transaction around its use.
     *
     * @throws IllegalArgumentException in one sentence, when an endpoint's host is not allowed
     */
    public Dataset with(Dataset local, List<URI> endpoints) {
        endpoints.forEach(hosts::check);
        if (endpoints.isEmpty()) {
            return local;
        }
        DatasetGraph graphs = local.asDatasetGraph();
        Graph[] parts = new Graph[endpoints.size() + 1];
        parts[0] = graphs.getDefaultGraph();
        for (int i = 0; i < endpoints.size(); i++) {
            parts[i + 1] = new RemoteGraph(endpoints.get(i), client);
        }
        DatasetGraph all = DatasetGraphFactory.wrap(new MultiUnion(parts));
        graphs.listGraphNodes().forEachRemaining(name -> all.addGraph(name, graphs.getGraph(name)));
        return DatasetFactory.wrap(all);
    }

    /** Lets {@code SERVICE} in queries with this context reach allowed hosts and no others. */
    public void guard(Context context) {
        ServiceExecutorRegistry guarded = new ServiceExecutorRegistry();
        guarded.add((execute, original, binding, execution) -> {
            if (!execute.getService().isURI()) {
                throw new HostNotAllowed("SERVICE needs the address of an endpoint");
            }
            hosts.check(address(execute.getService().getURI()));
            return Service.exec(execute, execution.getContext());
        });
        ServiceExecutorRegistry.set(context, guarded);
        context.set(ARQ.httpServiceAllowed, true);
        context.set(Service.httpQueryClient, client);
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new HostNotAllowed(text + " is no address of an endpoint");
        }
    }
}
