package org.newsreel.kg.linking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.vocab.Rdfs;

/** The entities of the merged graph that can be an enterprise's: all but times. */
final class NamedEntities {
    private NamedEntities() {}

    /** In the order of their IRIs. Needs a transaction. */
    static List<OwnEntities.Wanted> of(DatasetGraph graphs) {
        Map<String, Set<String>> names = new TreeMap<>();
        graphs.find(Quad.defaultGraphIRI, Node.ANY, NodeFactory.createURI(Rdfs.LABEL), Node.ANY)
                .forEachRemaining(quad -> {
                    if (quad.getSubject().isURI()) {
                        names.computeIfAbsent(quad.getSubject().getURI(), iri -> new TreeSet<>())
                                .add(quad.getObject().getLiteralLexicalForm());
                    }
                });
        List<OwnEntities.Wanted> wanted = new ArrayList<>();
        names.forEach((iri, labels) -> EntityKey.typeOf(iri)
                .filter(type -> type != EntityType.TIME)
                .ifPresent(type -> wanted.add(new OwnEntities.Wanted(iri, type, List.copyOf(labels)))));
        return wanted;
    }
}
