package org.newsreel.kg.linking;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.http.QueryExecHTTPBuilder;
import org.newsreel.kg.federation.AllowedHosts;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.vocab.Rdf;

/** Entities behind a SPARQL endpoint, asked for by the very names that the graph has, in no language, English and Chinese. */
public final class SparqlEntities implements OwnEntities {
    private static final long SECONDS = 60;
    private static final List<String> LANGUAGES = List.of("", "en", "zh");

    private final URI endpoint;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            // A redirect could lead to a host that is not allowed.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /**
     * Of an endpoint.
     *
     * @throws IllegalArgumentException when its host may not be asked
     */
    public SparqlEntities(URI endpoint, AllowedHosts allowed) {
        allowed.check(endpoint);
        this.endpoint = endpoint;
    }

    @Override
    public String name() {
        return endpoint.toString();
    }

    @Override
    public List<Collection<OwnEntity>> candidates(List<Wanted> wanted) {
        Map<String, Found> found = new LinkedHashMap<>();
        try (QueryExec execution = QueryExecHTTPBuilder.create()
                .endpoint(endpoint.toString())
                .httpClient(client)
                .query(query(wanted))
                .timeout(SECONDS, TimeUnit.SECONDS)
                .build()) {
            execution.select().forEachRemaining(row -> take(row, found));
        } catch (RuntimeException e) {
            String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            throw new IllegalStateException(
                    endpoint + " did not answer (" + reason.lines().findFirst().orElse("") + "): ask again later", e);
        }
        return wanted.stream()
                .map(one -> (Collection<OwnEntity>) found.entrySet().stream()
                        .filter(entry -> entry.getValue().names.stream().anyMatch(one.names()::contains))
                        .map(entry -> new OwnEntity(
                                entry.getKey(),
                                Optional.ofNullable(entry.getValue().type),
                                List.copyOf(entry.getValue().names)))
                        .toList())
                .toList();
    }

    private static String query(List<Wanted> wanted) {
        String names = wanted.stream()
                .flatMap(one -> one.names().stream())
                .distinct()
                .flatMap(name -> LANGUAGES.stream()
                        .map(language -> language.isEmpty()
                                ? NodeFactory.createLiteralString(name)
                                : NodeFactory.createLiteralLang(name, language)))
                .map(NodeFmtLib::strNT)
                .collect(Collectors.joining(" "));
        String properties =
                KnownClasses.names().stream().map(iri -> "<" + iri + ">").collect(Collectors.joining(" "));
        return "SELECT ?entity ?name ?class { VALUES ?name { " + names + " } VALUES ?property { " + properties
                + " } ?entity ?property ?name . OPTIONAL { ?entity <" + Rdf.TYPE + "> ?class } }";
    }

    private static void take(Binding row, Map<String, Found> found) {
        Node entity = row.get("entity");
        if (entity != null && entity.isURI()) {
            Found one = found.computeIfAbsent(entity.getURI(), iri -> new Found());
            one.names.add(row.get("name").getLiteralLexicalForm());
            Node type = row.get("class");
            if (type != null && type.isURI()) {
                KnownClasses.type(type.getURI()).ifPresent(known -> one.type = known);
            }
        }
    }

    private static final class Found {
        private final Set<String> names = new LinkedHashSet<>();
        private EntityType type;
    }
}
