package org.newsreel.kg.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.vocab.EntityClasses;
import org.newsreel.ontology.vocab.Rdf;
import org.newsreel.ontology.vocab.Rdfs;

/** What item graphs say, read back. */
final class ItemGraphs {
    static final Node TYPE = Quads.iri(Rdf.TYPE);
    static final Node LABEL = Quads.iri(Rdfs.LABEL);
    static final Node STATEMENT = Quads.iri(Rdf.STATEMENT);
    static final Node SUBJECT = Quads.iri(Rdf.SUBJECT);
    static final Node PREDICATE = Quads.iri(Rdf.PREDICATE);
    static final Node OBJECT = Quads.iri(Rdf.OBJECT);

    private static final Map<EntityType, Node> CLASSES = classes();
    private static final int CACHED = 20_000;

    private final Quads quads;
    /** Names follow from IRIs, but for an item's own keys, which {@link #forget} drops when their item changes. */
    private final Map<Node, EntityKey> keys = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Node, EntityKey> eldest) {
            return size() > CACHED;
        }
    };

    ItemGraphs(Quads quads) {
        this.quads = quads;
    }

    private static Map<EntityType, Node> classes() {
        Map<EntityType, Node> classes = new LinkedHashMap<>();
        for (EntityType type : EntityType.values()) {
            classes.put(type, Quads.iri(EntityClasses.of(type)));
        }
        return classes;
    }

    static boolean isItemGraph(Node graph) {
        return graph.isURI() && Iris.isVersion(graph.getURI());
    }

    static boolean isEntity(Node node) {
        return node.isURI() && EntityKey.typeOf(node.getURI()).isPresent();
    }

    /** All statements of one item version. */
    List<Stated> statements(Node graph) {
        List<Stated> statements = new ArrayList<>();
        for (Quad quad : quads.find(graph, Node.ANY, TYPE, STATEMENT)) {
            statements.add(stated(graph, quad.getSubject()));
        }
        return statements;
    }

    Stated stated(Node graph, Node statement) {
        return new Stated(
                graph,
                statement,
                Triple.create(
                        quads.object(graph, statement, SUBJECT).orElseThrow(),
                        quads.object(graph, statement, PREDICATE).orElseThrow(),
                        quads.object(graph, statement, OBJECT).orElseThrow()));
    }

    /** Statements of all items in which an entity is subject or object. */
    List<Stated> involving(Node entity) {
        Set<Stated> found = new LinkedHashSet<>();
        for (Node role : List.of(SUBJECT, OBJECT)) {
            for (Quad quad : quads.find(Node.ANY, Node.ANY, role, entity)) {
                if (isItemGraph(quad.getGraph())) {
                    found.add(stated(quad.getGraph(), quad.getSubject()));
                }
            }
        }
        return List.copyOf(found);
    }

    /** Where a statement stands; empty when no item states it now. */
    Optional<Stated> find(Node statement) {
        for (Quad quad : quads.find(Node.ANY, statement, SUBJECT, Node.ANY)) {
            if (isItemGraph(quad.getGraph())) {
                return Optional.of(stated(quad.getGraph(), statement));
            }
        }
        return Optional.empty();
    }

    /** The entities that an item version names. */
    Set<Node> entities(Node graph) {
        Set<Node> entities = new HashSet<>();
        for (Node type : CLASSES.values()) {
            quads.stream(graph, Node.ANY, TYPE, type).forEachRemaining(quad -> entities.add(quad.getSubject()));
        }
        return entities;
    }

    /** Graphs that name an entity, at most {@code limit}. */
    List<Node> graphsOf(Node entity, int limit) {
        List<Node> found = new ArrayList<>();
        Node type = CLASSES.get(EntityKey.typeOf(entity.getURI()).orElseThrow());
        Iterator<Quad> matches = quads.stream(Node.ANY, entity, TYPE, type);
        while (found.size() < limit && matches.hasNext()) {
            Node graph = matches.next().getGraph();
            if (isItemGraph(graph)) {
                found.add(graph);
            }
        }
        return found;
    }

    /** What is known of an entity's name; empty when no item names it. */
    Optional<EntityKey> key(Node entity) {
        EntityKey known = keys.get(entity);
        if (known == null) {
            Iterator<Quad> labels = quads.stream(Node.ANY, entity, LABEL, Node.ANY);
            while (known == null && labels.hasNext()) {
                Quad label = labels.next();
                if (isItemGraph(label.getGraph())) {
                    known = EntityKey.of(entity.getURI(), label.getObject().getLiteralLexicalForm());
                }
            }
            if (known != null) {
                keys.put(entity, known);
            }
        }
        return Optional.ofNullable(known);
    }

    /** The name of an entity may have changed. */
    void forget(Node entity) {
        keys.remove(entity);
    }

    /** Nothing that was read before counts any more: a transaction was rolled back. */
    void forgetAll() {
        keys.clear();
    }
}
