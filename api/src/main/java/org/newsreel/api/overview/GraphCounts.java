package org.newsreel.api.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Rdf;
import org.newsreel.ontology.vocab.Rdfs;
import org.newsreel.ontology.vocab.Schema;

/** Counts by walking the indexes, each part once. For use inside one read transaction. */
final class GraphCounts {
    private final DatasetGraph graphs;

    GraphCounts(Dataset dataset) {
        this.graphs = dataset.asDatasetGraph();
    }

    OverviewView count() {
        return new OverviewView(
                quads(Rdf.TYPE, NodeFactory.createURI(Schema.NEWS_ARTICLE)),
                entities(),
                facts(),
                statements(),
                quads(Schema.VIDEO, Node.ANY),
                quads(Schema.IMAGE, Node.ANY),
                models());
    }

    private long quads(String predicate, Node object) {
        long count = 0;
        for (var found = named(predicate, object); found.hasNext(); found.next()) {
            count++;
        }
        return count;
    }

    private Iterator<Quad> named(String predicate, Node object) {
        return graphs.findNG(Node.ANY, Node.ANY, NodeFactory.createURI(predicate), object);
    }

    private long entities() {
        Set<Node> entities = new HashSet<>();
        graphs.find(Quad.defaultGraphIRI, Node.ANY, NodeFactory.createURI(Rdfs.LABEL), Node.ANY)
                .forEachRemaining((Quad quad) -> entities.add(quad.getSubject()));
        return entities.size();
    }

    private long facts() {
        long facts = 0;
        var found = graphs.find(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY);
        while (found.hasNext()) {
            Quad quad = found.next();
            if (quad.getObject().isURI() && quad.getPredicate().getURI().startsWith(Nr.NS)) {
                facts++;
            }
        }
        return facts;
    }

    /** Those of items; what the merged graph restates is no statement of its own. */
    private long statements() {
        long statements = 0;
        Map<Node, Boolean> versions = new HashMap<>();
        for (var found = named(Rdf.PREDICATE, Node.ANY); found.hasNext(); ) {
            if (versions.computeIfAbsent(found.next().getGraph(), graph -> Iris.isVersion(graph.getURI()))) {
                statements++;
            }
        }
        return statements;
    }

    private record Use(String role, String name) {}

    private List<OverviewView.Model> models() {
        Map<Node, String> roles = new HashMap<>();
        named(Nr.ROLE, Node.ANY)
                .forEachRemaining((Quad quad) ->
                        roles.put(quad.getSubject(), quad.getObject().getLiteralLexicalForm()));
        Map<Use, Set<Node>> uses = new HashMap<>();
        named(Nr.MODEL, Node.ANY).forEachRemaining((Quad quad) -> uses.computeIfAbsent(
                        new Use(
                                roles.getOrDefault(quad.getSubject(), ""),
                                quad.getObject().getLiteralLexicalForm()),
                        use -> new HashSet<>())
                .add(quad.getGraph()));
        List<OverviewView.Model> models = new ArrayList<>();
        uses.forEach((use, items) -> models.add(new OverviewView.Model(use.role(), use.name(), items.size())));
        models.sort(Comparator.comparing(OverviewView.Model::role).thenComparing(OverviewView.Model::name));
        return List.copyOf(models);
    }
}
