package org.newsreel.api.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Dataset;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.kg.merge.Members;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Rdfs;

/** What the merged graph says of one entity. For use inside one read transaction. */
final class MergedFacts {
    private static final Node LABEL = NodeFactory.createURI(Rdfs.LABEL);
    /** More values of one property help nobody in a table. */
    private static final int MOST_VALUES = 100;

    private final DatasetGraph graphs;

    MergedFacts(Dataset dataset) {
        this.graphs = dataset.asDatasetGraph();
    }

    /** Another entity. */
    record Party(String iri, String name) {}

    /** A fact in words. */
    record Said(String property, String value) {}

    /** The entity that the merged graph takes for the one of this id; empty when it names none. */
    Optional<Node> entity(String id) {
        Node node = Members.representative(graphs, NodeFactory.createURI(ReconcileIds.entity(id)));
        return names(node).isEmpty() ? Optional.empty() : Optional.of(node);
    }

    List<String> names(Node entity) {
        List<String> names = new ArrayList<>();
        graphs.find(Quad.defaultGraphIRI, entity, LABEL, Node.ANY)
                .forEachRemaining(quad -> names.add(quad.getObject().getLiteralLexicalForm()));
        names.sort(Comparator.naturalOrder());
        return names;
    }

    Optional<EntityType> type(Node entity) {
        return EntityKey.typeOf(entity.getURI());
    }

    /** What a property leads to. */
    List<Party> values(Node entity, String property) {
        List<Party> values = new ArrayList<>();
        var found = graphs.find(Quad.defaultGraphIRI, entity, NodeFactory.createURI(property), Node.ANY);
        while (found.hasNext() && values.size() < MOST_VALUES) {
            Node object = found.next().getObject();
            if (object.isURI()) {
                List<String> names = names(object);
                values.add(new Party(object.getURI(), names.isEmpty() ? object.getURI() : names.get(0)));
            }
        }
        values.sort(Comparator.comparing(Party::name).thenComparing(Party::iri));
        return values;
    }

    /** Some facts, to recognise the entity by. */
    List<Said> some(Node entity, int most) {
        List<Said> said = new ArrayList<>();
        var found = graphs.find(Quad.defaultGraphIRI, entity, Node.ANY, Node.ANY);
        while (found.hasNext()) {
            Quad quad = found.next();
            if (quad.getPredicate().getURI().startsWith(Nr.NS)
                    && quad.getObject().isURI()) {
                List<String> names = names(quad.getObject());
                if (!names.isEmpty()) {
                    said.add(new Said(quad.getPredicate().getURI(), names.get(0)));
                }
            }
        }
        said.sort(Comparator.comparing(Said::property).thenComparing(Said::value));
        return said.stream().limit(most).toList();
    }
}
