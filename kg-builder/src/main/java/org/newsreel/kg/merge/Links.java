package org.newsreel.kg.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.XSDNumUtils;
import org.apache.jena.vocabulary.OWL;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Prov;
import org.newsreel.ontology.vocab.Rdf;

/** Links as nodes of the identity graph, and who stands for whom. */
final class Links {
    static final Node GRAPH = Quads.iri(Iris.IDENTITY_GRAPH);
    static final Node TYPE = Quads.iri(Rdf.TYPE);
    static final Node LINK = Quads.iri(Nr.IDENTITY_LINK);
    static final Node LINKS = Quads.iri(Nr.LINKS);
    static final Node SCORE = Quads.iri(Nr.CONFIDENCE);
    static final Node STATUS = Quads.iri(Nr.LINK_STATUS);
    static final Node REASON = Quads.iri(Nr.REASON);
    private static final Node INFLUENCED_BY = Quads.iri(Prov.WAS_INFLUENCED_BY);
    static final Node DECISION = Quads.iri(Nr.DECISION);
    static final Node SAME_AS = OWL.sameAs.asNode();

    private final Quads quads;

    Links(Quads quads) {
        this.quads = quads;
    }

    /** The links that are kept of an entity. */
    List<Link> of(Node entity) {
        List<Link> links = new ArrayList<>();
        for (Quad quad : quads.find(GRAPH, Node.ANY, LINKS, entity)) {
            links.add(read(quad.getSubject()));
        }
        return links;
    }

    List<Link> ofStatus(String status) {
        return quads.find(GRAPH, Node.ANY, STATUS, text(status)).stream()
                .map(quad -> read(quad.getSubject()))
                .toList();
    }

    private Link read(Node node) {
        List<Node> ends = new ArrayList<>();
        double score = 0;
        List<String> reasons = new ArrayList<>();
        Optional<Boolean> review = Optional.empty();
        for (Quad quad : quads.find(GRAPH, node, Node.ANY, Node.ANY)) {
            Node predicate = quad.getPredicate();
            if (predicate.equals(LINKS)) {
                ends.add(quad.getObject());
            } else if (predicate.equals(SCORE)) {
                score = ((Number) quad.getObject().getLiteralValue()).doubleValue();
            } else if (predicate.equals(REASON)) {
                reasons.add(quad.getObject().getLiteralLexicalForm());
            } else if (predicate.equals(DECISION)) {
                review = Optional.of(quad.getObject().getLiteralLexicalForm().equals(Decision.SAME.word()));
            }
        }
        ends.sort(java.util.Comparator.comparing(Node::getURI));
        return new Link(ends.get(0), ends.get(1), score, reasons, review);
    }

    void write(Link link) {
        Node node = node(link);
        quads.add(GRAPH, node, TYPE, LINK);
        quads.add(GRAPH, node, LINKS, link.one());
        quads.add(GRAPH, node, LINKS, link.other());
        quads.add(GRAPH, node, SCORE, number(link.score()));
        link.reasons().forEach(reason -> quads.add(GRAPH, node, REASON, text(reason)));
        link.review().ifPresent(same -> {
            quads.add(GRAPH, node, DECISION, text((same ? Decision.SAME : Decision.DIFFERENT).word()));
            quads.add(GRAPH, node, INFLUENCED_BY, ReviewBook.pairReview(link.one(), link.other()));
        });
    }

    /** {@code merged}, {@code apart} or {@code possible}. */
    String statusOf(Link link) {
        return quads.object(GRAPH, node(link), STATUS)
                .map(Node::getLiteralLexicalForm)
                .orElse("possible");
    }

    void delete(Link link) {
        quads.deleteAll(GRAPH, node(link), Node.ANY, Node.ANY);
    }

    /** Says what became of a link: {@code merged}, {@code apart} or {@code possible}. */
    void status(Link link, String status) {
        Node node = node(link);
        Optional<Node> old = quads.object(GRAPH, node, STATUS);
        if (!old.equals(Optional.of(text(status)))) {
            old.ifPresent(o -> quads.delete(new Quad(GRAPH, node, STATUS, o)));
            quads.add(GRAPH, node, STATUS, text(status));
        }
    }

    /** Who stands for an entity in the default graph; mostly itself. */
    Node representative(Node entity) {
        return quads.object(GRAPH, entity, SAME_AS).orElse(entity);
    }

    void represent(Node entity, Node representative) {
        quads.deleteAll(GRAPH, entity, SAME_AS, Node.ANY);
        if (!entity.equals(representative)) {
            quads.add(GRAPH, entity, SAME_AS, representative);
        }
    }

    static Node node(Link link) {
        return Quads.iri(Iris.link(link.one().getURI(), link.other().getURI()));
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }

    private static Node number(double value) {
        return NodeFactory.createLiteralDT(XSDNumUtils.stringForm(value), XSDDatatype.XSDdouble);
    }
}
