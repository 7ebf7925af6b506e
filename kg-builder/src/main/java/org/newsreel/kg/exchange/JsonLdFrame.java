package org.newsreel.kg.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.newsreel.ontology.vocab.Gaf;
import org.newsreel.ontology.vocab.Prov;
import org.newsreel.ontology.vocab.Rdf;

/**
 * The frame for one item's graph. Trees grow from the nodes that readers look for: entities, statements, activities and
 * whatever nothing points to; everything else is embedded where it is used. Every node is in some tree, so framing loses
 * nothing.
 */
final class JsonLdFrame {
    private static final Node TYPE = NodeFactory.createURI(Rdf.TYPE);
    private static final Node STATEMENT = NodeFactory.createURI(Rdf.STATEMENT);
    private static final Node ACTIVITY = NodeFactory.createURI(Prov.ACTIVITY);
    private static final Node DENOTED_BY = NodeFactory.createURI(Gaf.DENOTED_BY);

    private JsonLdFrame() {}

    static JsonObject of(Graph graph, JsonObject context) {
        Set<Node> roots = roots(graph);
        JsonArrayBuilder ids = Json.createArrayBuilder();
        roots.stream().map(Node::toString).sorted().forEach(ids::add);
        JsonObjectBuilder frame = Json.createObjectBuilder(context).add("@id", ids);
        // Roots stand for themselves, so what points to them says their names only; so do entities of their evidence.
        Map<String, Boolean> toRoots = new HashMap<>();
        graph.find().forEach(triple -> {
            if (triple.getObject().isURI()) {
                boolean named = roots.contains(triple.getObject())
                        || triple.getPredicate().equals(DENOTED_BY)
                        || !graph.contains(triple.getObject(), Node.ANY, Node.ANY);
                toRoots.merge(triple.getPredicate().getURI(), named, Boolean::logicalAnd);
            }
        });
        toRoots.remove(Rdf.TYPE);
        JsonObject never = Json.createObjectBuilder().add("@embed", "@never").build();
        new TreeSet<>(toRoots.keySet()).stream().filter(toRoots::get).forEach(property -> frame.add(property, never));
        return frame.build();
    }

    private static Set<Node> roots(Graph graph) {
        Set<Node> subjects = new HashSet<>();
        Set<Node> objects = new HashSet<>();
        Set<Node> roots = new HashSet<>();
        for (Triple triple : graph.find().toList()) {
            subjects.add(triple.getSubject());
            if (!triple.getPredicate().equals(DENOTED_BY)) {
                objects.add(triple.getObject());
            }
            boolean own = triple.getPredicate().equals(TYPE)
                    && (triple.getObject().equals(STATEMENT)
                            || triple.getObject().equals(ACTIVITY));
            if (own || triple.getPredicate().equals(DENOTED_BY)) {
                roots.add(triple.getSubject());
            }
        }
        subjects.stream().filter(s -> !objects.contains(s)).forEach(roots::add);
        Set<Node> reached = new HashSet<>();
        roots.forEach(root -> reach(graph, root, reached));
        subjects.stream().sorted(Comparator.comparing(Node::toString)).forEach(subject -> {
            if (!reached.contains(subject)) {
                roots.add(subject);
                reach(graph, subject, reached);
            }
        });
        return roots;
    }

    private static void reach(Graph graph, Node from, Set<Node> reached) {
        Deque<Node> open = new ArrayDeque<>();
        open.add(from);
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (reached.add(node)) {
                graph.find(node, Node.ANY, Node.ANY).forEach(triple -> {
                    if (!triple.getPredicate().equals(DENOTED_BY)) {
                        open.add(triple.getObject());
                    }
                });
            }
        }
    }
}
