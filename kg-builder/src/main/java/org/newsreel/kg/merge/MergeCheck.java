package org.newsreel.kg.merge;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.ontology.vocab.Nr;

/** Holds the identity graph and the name index against the item graphs that they were made from. */
final class MergeCheck {
    private final Quads quads;
    private final ItemGraphs items;
    private final NameIndex names;
    private final Facts facts;
    private final Set<String> faults = new TreeSet<>();

    MergeCheck(Quads quads, ItemGraphs items, NameIndex names, Facts facts) {
        this.quads = quads;
        this.items = items;
        this.names = names;
        this.facts = facts;
    }

    List<String> run() {
        facts.forget();
        items.forgetAll();
        for (Quad quad : quads.find(Links.GRAPH, Node.ANY, Quads.iri(Nr.RESTATES), Node.ANY)) {
            restated(quad.getSubject(), quad.getObject());
        }
        Set<Node> indexed = new HashSet<>();
        names.all().forEach(quad -> indexed.add(quad.getSubject()));
        for (Node entity : indexed) {
            Optional<EntityKey> key = items.key(entity);
            if (key.isEmpty()) {
                faults.add("the name index has " + entity + ", which no item names");
            } else if (!names.isRight(key.get())) {
                faults.add("the name index has " + entity + " in the wrong place");
            }
        }
        return List.copyOf(faults);
    }

    private void restated(Node node, Node statement) {
        Triple said = items.stated(Links.GRAPH, node).fact();
        Optional<Triple> reading = items.find(statement).flatMap(facts::reading);
        if (!reading.equals(Optional.of(said))) {
            faults.add("a restated statement is not what its item's statement comes to: " + node);
        }
    }
}
