package org.newsreel.kg.provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.newsreel.kg.graph.FactNodes;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Oa;
import org.newsreel.ontology.vocab.Prov;
import org.newsreel.ontology.vocab.Rdf;
import org.newsreel.ontology.vocab.Schema;

/** Finds the statements behind a fact. */
public final class Explanations {
    private final DatasetGraph graphs;

    private Explanations(DatasetGraph graphs) {
        this.graphs = graphs;
    }

    /**
     * All statements of all facts that the three terms may mean, the surest first. Each term is an IRI (in angle
     * brackets or not), a prefixed name such as {@code nr:memberOf}, {@code a} for rdf:type, or a label in any case; a
     * label that several entities have stands for all of them. A symmetric property is looked up both ways, and a
     * property with an inverse also backwards. A fact in merged terms shows the statements of all items whose entities
     * are the same, each under its item's own IRI.
     *
     * @throws IllegalArgumentException in one sentence, when a term names nothing in the graph
     */
    public static List<ExplainedStatement> explain(Dataset dataset, String subject, String predicate, String object) {
        DatasetGraph graphs = dataset.asDatasetGraph();
        return graphs.isInTransaction()
                ? new Explanations(graphs).find(subject, predicate, object)
                : Txn.calculateRead(graphs, () -> new Explanations(graphs).find(subject, predicate, object));
    }

    private List<ExplainedStatement> find(String subject, String predicate, String object) {
        Terms terms = new Terms(graphs);
        List<Node> subjects = terms.entities(subject);
        List<Node> objects = terms.objects(object);
        List<ExplainedStatement> found = new ArrayList<>();
        for (Terms.Direction direction : terms.predicates(predicate)) {
            for (Node s : subjects) {
                for (Node o : objects) {
                    collect(direction.backwards() ? o : s, direction.property(), direction.backwards() ? s : o, found);
                }
            }
        }
        found.sort(Comparator.comparingDouble(ExplainedStatement::confidence)
                .reversed()
                .thenComparing(ExplainedStatement::iri));
        return found;
    }

    private void collect(Node subject, Node predicate, Node object, List<ExplainedStatement> found) {
        if (!subject.isURI()) {
            return;
        }
        Triple fact = Triple.create(subject, predicate, object);
        for (Quad quad : quads(Node.ANY, subject, predicate, object)) {
            Node statement = FactNodes.statement(quad.getGraph(), fact);
            if (has(quad.getGraph(), statement, Rdf.SUBJECT, subject)) {
                found.add(statement(quad.getGraph(), statement, subject, predicate, object));
            }
        }
        // Statements in other terms that come to this fact once identities are resolved or a review corrects them.
        Node identity = NodeFactory.createURI(Iris.IDENTITY_GRAPH);
        List<Node> restated = new ArrayList<>();
        graphs.find(identity, Node.ANY, NodeFactory.createURI(Prov.SPECIALIZATION_OF), FactNodes.fact(fact))
                .forEachRemaining(quad -> restated.add(quad.getSubject()));
        for (Node node : restated) {
            Node original = graphs.find(identity, node, NodeFactory.createURI(Nr.RESTATES), Node.ANY)
                    .next()
                    .getObject();
            for (Quad quad : quads(Node.ANY, original, NodeFactory.createURI(Rdf.SUBJECT), Node.ANY)) {
                found.add(statement(quad.getGraph(), original, subject, predicate, object));
            }
        }
    }

    private ExplainedStatement statement(Node graph, Node statement, Node subject, Node predicate, Node object) {
        List<Evidence> evidence = new ArrayList<>();
        for (Quad quad : quads(graph, statement, Prov.WAS_DERIVED_FROM, Node.ANY)) {
            evidence.add(evidence(graph, quad.getObject()));
        }
        evidence.sort(Comparator.comparingDouble(Evidence::weight).reversed().thenComparing(Evidence::iri));
        Node item = one(graph, graph, Prov.SPECIALIZATION_OF).orElse(graph);
        Terms terms = new Terms(graphs);
        return new ExplainedStatement(
                statement.getURI(),
                terms.term(subject),
                terms.term(predicate),
                terms.term(object),
                number(graph, statement, Nr.CONFIDENCE).orElse(0),
                text(graph, item, Nr.ITEM_ID).orElse(item.toString()),
                graph.getURI(),
                text(graph, item, Schema.HEADLINE),
                one(graph, statement, Prov.WAS_GENERATED_BY)
                        .map(activity -> model(graph, activity))
                        .orElse(new ExplainedStatement.Model("", "unknown", Optional.empty())),
                evidence);
    }

    private ExplainedStatement.Model model(Node graph, Node activity) {
        return new ExplainedStatement.Model(
                text(graph, activity, Nr.ROLE).orElse(""),
                text(graph, activity, Nr.MODEL).orElse("unknown"),
                text(graph, activity, Nr.MODEL_HASH));
    }

    private Evidence evidence(Node graph, Node node) {
        Node source = one(graph, node, Oa.HAS_SOURCE).orElse(node);
        Node selector = one(graph, node, Oa.HAS_SELECTOR).orElse(node);
        double weight = number(graph, node, Nr.WEIGHT).orElse(0);
        if (one(graph, node, Nr.FRAME).isPresent()) {
            OptionalDouble time = number(graph, node, Nr.TIME);
            return new Evidence.OfFrame(
                    node.getURI(),
                    weight,
                    text(graph, source, Schema.SHA256).orElse(""),
                    text(graph, source, Nr.FILE).orElse(""),
                    integer(graph, node, Nr.FRAME),
                    time,
                    integer(graph, node, Nr.X),
                    integer(graph, node, Nr.Y),
                    integer(graph, node, Nr.WIDTH),
                    integer(graph, node, Nr.HEIGHT),
                    text(graph, selector, Rdf.VALUE).orElse(""),
                    text(graph, node, Nr.TEXT));
        }
        return new Evidence.OfText(
                node.getURI(),
                weight,
                source.toString(),
                integer(graph, selector, Oa.START),
                integer(graph, selector, Oa.END),
                text(graph, selector, Oa.EXACT).orElse(""),
                text(graph, selector, Oa.PREFIX).orElse(""),
                text(graph, selector, Oa.SUFFIX).orElse(""),
                one(graph, selector, Nr.SPOKEN_IN).map(video -> said(graph, selector, video)));
    }

    private Evidence.Said said(Node graph, Node selector, Node video) {
        return new Evidence.Said(
                text(graph, video, Schema.SHA256).orElse(""),
                text(graph, video, Nr.FILE).orElse(""),
                number(graph, selector, Nr.SPOKEN_FROM).orElse(0),
                number(graph, selector, Nr.SPOKEN_UNTIL).orElse(0));
    }

    private boolean has(Node graph, Node subject, String predicate, Node object) {
        return graphs.contains(graph, subject, NodeFactory.createURI(predicate), object);
    }

    private Optional<Node> one(Node graph, Node subject, String predicate) {
        return quads(graph, subject, predicate, Node.ANY).stream()
                .map(Quad::getObject)
                .min(Comparator.comparing(Node::toString));
    }

    private Optional<String> text(Node graph, Node subject, String predicate) {
        return one(graph, subject, predicate).filter(Node::isLiteral).map(Node::getLiteralLexicalForm);
    }

    private OptionalDouble number(Node graph, Node subject, String predicate) {
        return text(graph, subject, predicate).map(Double::parseDouble).stream()
                .mapToDouble(Double::doubleValue)
                .findFirst();
    }

    private int integer(Node graph, Node subject, String predicate) {
        return text(graph, subject, predicate).map(Integer::parseInt).orElse(0);
    }

    private List<Quad> quads(Node graph, Node subject, String predicate, Node object) {
        return quads(graph, subject, NodeFactory.createURI(predicate), object);
    }

    private List<Quad> quads(Node graph, Node subject, Node predicate, Node object) {
        List<Quad> quads = new ArrayList<>();
        graphs.findNG(graph, subject, predicate, object).forEachRemaining(quad -> {
            if (quad.getGraph().isURI() && Iris.isVersion(quad.getGraph().getURI())) {
                quads.add(quad);
            }
        });
        return quads;
    }
}
