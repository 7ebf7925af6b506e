package org.newsreel.kg.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Prov;
import org.newsreel.ontology.vocab.Rdf;
import org.newsreel.ontology.vocab.Rdfs;

/** Reviews as nodes of their own graph; one for each target, the last decision. */
final class ReviewBook {
    private static final Node GRAPH = Quads.iri(Iris.REVIEW_GRAPH);
    private static final Node TYPE = Quads.iri(Rdf.TYPE);
    private static final Node REVIEW = Quads.iri(Nr.REVIEW);
    private static final Node ENTITY = Quads.iri(Prov.ENTITY);
    private static final Node REVIEWED = Quads.iri(Nr.REVIEWED);
    private static final Node DECISION = Quads.iri(Nr.DECISION);
    private static final Node AT = Quads.iri(Prov.GENERATED_AT_TIME);
    private static final Node BY = Quads.iri(Prov.WAS_ATTRIBUTED_TO);
    private static final Node LABEL = Quads.iri(Rdfs.LABEL);
    private static final Node COMMENT = Quads.iri(Rdfs.COMMENT);

    private final Quads quads;

    ReviewBook(Quads quads) {
        this.quads = quads;
    }

    static Node pairReview(Node one, Node other) {
        return Quads.iri(Iris.review(one.getURI() + " " + other.getURI()));
    }

    private static Node node(Review review) {
        return Quads.iri(Iris.review(review.target()));
    }

    void write(Review review) {
        delete(review);
        Node node = node(review);
        quads.add(GRAPH, node, TYPE, REVIEW);
        quads.add(GRAPH, node, TYPE, ENTITY);
        review.targets().forEach(target -> quads.add(GRAPH, node, REVIEWED, Quads.iri(target)));
        quads.add(GRAPH, node, DECISION, text(review.decision().word()));
        review.instead().ifPresent(fact -> {
            quads.add(GRAPH, node, ItemGraphs.SUBJECT, fact.getSubject());
            quads.add(GRAPH, node, ItemGraphs.PREDICATE, fact.getPredicate());
            quads.add(GRAPH, node, ItemGraphs.OBJECT, fact.getObject());
        });
        quads.add(GRAPH, node, AT, NodeFactory.createLiteralDT(review.at().toString(), XSDDatatype.XSDdateTime));
        Node reviewer = Quads.iri(Iris.reviewer(review.reviewer()));
        quads.add(GRAPH, node, BY, reviewer);
        quads.add(GRAPH, reviewer, LABEL, text(review.reviewer()));
        review.note().ifPresent(note -> quads.add(GRAPH, node, COMMENT, text(note)));
    }

    /** Whether there was one. A reviewer who has no review left is forgotten too. */
    boolean delete(Review review) {
        Node node = node(review);
        List<Quad> old = quads.find(GRAPH, node, Node.ANY, Node.ANY);
        old.forEach(quads::delete);
        for (Quad quad : old) {
            Node reviewer = quad.getObject();
            if (quad.getPredicate().equals(BY) && !quads.contains(GRAPH, Node.ANY, BY, reviewer)) {
                quads.deleteAll(GRAPH, reviewer, Node.ANY, Node.ANY);
            }
        }
        return !old.isEmpty();
    }

    /** All reviews, those of statements first, by target. */
    List<Review> all() {
        return quads.find(GRAPH, Node.ANY, TYPE, REVIEW).stream()
                .map(quad -> read(quad.getSubject()))
                .sorted(java.util.Comparator.comparing(
                                (Review review) -> review.targets().size())
                        .thenComparing(Review::target))
                .toList();
    }

    /** The decision on a statement, or on two entities in any order. */
    Optional<Review> of(List<String> targets) {
        Node node =
                Quads.iri(Iris.review(String.join(" ", targets.stream().sorted().toList())));
        return quads.contains(GRAPH, node, TYPE, REVIEW) ? Optional.of(read(node)) : Optional.empty();
    }

    private Review read(Node node) {
        List<String> targets = quads.find(GRAPH, node, REVIEWED, Node.ANY).stream()
                .map(quad -> quad.getObject().getURI())
                .toList();
        return new Review(
                Decision.of(quads.object(GRAPH, node, DECISION).orElseThrow().getLiteralLexicalForm()),
                targets,
                instead(node),
                quads.object(GRAPH, node, BY)
                        .flatMap(reviewer -> quads.object(GRAPH, reviewer, LABEL))
                        .map(Node::getLiteralLexicalForm)
                        .orElse("unknown"),
                Instant.parse(quads.object(GRAPH, node, AT).orElseThrow().getLiteralLexicalForm()),
                quads.object(GRAPH, node, COMMENT).map(Node::getLiteralLexicalForm));
    }

    private Optional<Triple> instead(Node node) {
        return quads.object(GRAPH, node, ItemGraphs.SUBJECT)
                .map(subject -> Triple.create(
                        subject,
                        quads.object(GRAPH, node, ItemGraphs.PREDICATE).orElseThrow(),
                        quads.object(GRAPH, node, ItemGraphs.OBJECT).orElseThrow()));
    }

    /** What a statement comes to: itself, what is right instead, or nothing. */
    Optional<Triple> reading(Stated stated) {
        Node review = Quads.iri(Iris.review(stated.statement().getURI()));
        Optional<Node> decision = quads.object(GRAPH, review, DECISION);
        if (decision.isEmpty()) {
            return Optional.of(stated.fact());
        }
        return switch (Decision.of(decision.get().getLiteralLexicalForm())) {
            case REJECTED -> Optional.empty();
            case CORRECTED -> instead(review);
            case ACCEPTED, SAME, DIFFERENT -> Optional.of(stated.fact());
        };
    }

    /** The statements that corrections make speak of an entity. */
    List<Node> correctedTo(Node entity) {
        List<Node> statements = new ArrayList<>();
        for (Node role : List.of(ItemGraphs.SUBJECT, ItemGraphs.OBJECT)) {
            for (Quad quad : quads.find(GRAPH, Node.ANY, role, entity)) {
                quads.object(GRAPH, quad.getSubject(), REVIEWED).ifPresent(statements::add);
            }
        }
        return statements;
    }

    /** The entities that someone compared with one. */
    Set<Node> decidedWith(Node entity) {
        Set<Node> others = new TreeSet<>(java.util.Comparator.comparing(Node::getURI));
        for (Quad quad : quads.find(GRAPH, Node.ANY, REVIEWED, entity)) {
            quads.find(GRAPH, quad.getSubject(), REVIEWED, Node.ANY).forEach(q -> others.add(q.getObject()));
        }
        others.remove(entity);
        return others;
    }

    /** Whether someone decided that two are one, or that they are two. */
    Optional<Boolean> same(Node a, Node b) {
        boolean ordered = a.getURI().compareTo(b.getURI()) < 0;
        return quads.object(GRAPH, pairReview(ordered ? a : b, ordered ? b : a), DECISION)
                .map(decision -> decision.getLiteralLexicalForm().equals(Decision.SAME.word()));
    }

    private static Node text(String text) {
        return NodeFactory.createLiteralString(text);
    }
}
