package org.newsreel.kg.merge;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.identity.Blocks;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.vocab.Nr;

/** Finds the keys of a block; kept as quads, so that it is as durable as what it indexes. */
final class NameIndex {
    private static final Node GRAPH = Quads.iri(Iris.NAME_GRAPH);
    private static final Node NAME_KEY = Quads.iri(Nr.NAME_KEY);

    private final Quads quads;
    private final int crowded;
    private final Map<String, Boolean> openBefore = new HashMap<>();
    private final Map<String, Boolean> open = new HashMap<>();

    NameIndex(Quads quads, int crowded) {
        this.quads = quads;
        this.crowded = crowded;
    }

    void add(EntityKey key) {
        for (String block : Blocks.of(key).own()) {
            openBefore.computeIfAbsent(block, this::measure);
            open.remove(block);
            quads.add(GRAPH, Quads.iri(key.iri()), NAME_KEY, literal(block));
        }
    }

    void remove(Node entity) {
        for (Quad quad : quads.find(GRAPH, entity, NAME_KEY, Node.ANY)) {
            String block = quad.getObject().getLiteralLexicalForm();
            openBefore.computeIfAbsent(block, this::measure);
            open.remove(block);
            quads.delete(quad);
        }
    }

    boolean has(Node entity) {
        return quads.contains(GRAPH, entity, NAME_KEY, Node.ANY);
    }

    /** Whether an entity stands in exactly the blocks that its name asks for. */
    boolean isRight(EntityKey key) {
        Set<String> found = new HashSet<>();
        quads.find(GRAPH, Quads.iri(key.iri()), NAME_KEY, Node.ANY)
                .forEach(quad -> found.add(quad.getObject().getLiteralLexicalForm()));
        return found.equals(Blocks.of(key).own());
    }

    /** The keys that a key may be compared with: both see each other in a block that is not crowded. */
    Set<Node> candidates(EntityKey key, Function<Node, EntityKey> keys) {
        Node self = Quads.iri(key.iri());
        Blocks blocks = Blocks.of(key);
        Set<Node> found = new LinkedHashSet<>();
        for (String block : blocks.partners()) {
            if (isOpen(block)) {
                for (Quad quad : quads.find(GRAPH, Node.ANY, NAME_KEY, literal(block))) {
                    Node other = quad.getSubject();
                    if (!other.equals(self) && !found.contains(other) && isSeenBy(blocks, keys.apply(other))) {
                        found.add(other);
                    }
                }
            }
        }
        return found;
    }

    private boolean isSeenBy(Blocks blocks, EntityKey other) {
        return Blocks.of(other).partners().stream()
                .anyMatch(block -> blocks.own().contains(block) && isOpen(block));
    }

    /** The keys in blocks that became crowded or ceased to be since {@link #settled}. */
    Set<Node> inChangedBlocks() {
        Set<Node> found = new HashSet<>();
        openBefore.forEach((block, before) -> {
            if (isOpen(block) != before) {
                quads.find(GRAPH, Node.ANY, NAME_KEY, literal(block)).forEach(quad -> found.add(quad.getSubject()));
            }
        });
        return found;
    }

    /** Everything so far is accounted for. */
    void settled() {
        openBefore.clear();
        open.clear();
    }

    List<Quad> all() {
        return quads.find(GRAPH, Node.ANY, Node.ANY, Node.ANY);
    }

    void clear() {
        quads.deleteAll(GRAPH, Node.ANY, Node.ANY, Node.ANY);
        settled();
    }

    private boolean isOpen(String block) {
        return open.computeIfAbsent(block, this::measure);
    }

    private boolean measure(String block) {
        Iterator<Quad> members = quads.stream(GRAPH, Node.ANY, NAME_KEY, literal(block));
        int count = 0;
        while (members.hasNext() && count <= crowded) {
            members.next();
            count++;
        }
        return count <= crowded;
    }

    private static Node literal(String block) {
        return NodeFactory.createLiteralString(block);
    }
}
