package org.newsreel.kg.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.newsreel.kg.Documents;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.kg.validation.ItemShapes;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Oa;
import org.newsreel.ontology.vocab.Rdf;

class ItemTimesTest {
    private final ExtractionDocument document = Documents.small("a");
    private final Graph graph = ItemGraphBuilder.build(document).graph();
    private final Node time = NodeFactory.createURI("https://w3id.org/newsreel/id/time/1976");

    @Test
    void statesTheValueAndTheDaysOfATimeAsFacts() {
        ItemGraph item = ItemGraphBuilder.build(document);

        assertThat(item.facts().stream()
                        .filter(fact -> fact.getSubject().equals(time))
                        .map(fact -> fact.getObject()))
                .contains(
                        NodeFactory.createLiteralDT("1976", XSDDatatype.XSDgYear),
                        NodeFactory.createLiteralDT("1976-01-01", XSDDatatype.XSDdate),
                        NodeFactory.createLiteralDT("1976-12-31", XSDDatatype.XSDdate));
        assertThat(ItemShapes.violations(item.graph())).isEmpty();
    }

    @Test
    void keepsTheTimeThatTheSentenceNamesOnTheStatement() {
        Node joined = statement("memberOf");

        assertThat(objects(joined, Nr.HOLDS_AT)).containsExactly(time);
        Node words = objects(joined, Nr.HOLDS_AT_EVIDENCE).get(0);
        Node selector = objects(words, Oa.HAS_SELECTOR).get(0);
        assertThat(objects(selector, Oa.EXACT)).containsExactly(NodeFactory.createLiteralString("1976"));
    }

    @Test
    void saysNothingWhereTheSentenceNamesNoTime() {
        assertThat(objects(statement("residence"), Nr.HOLDS_AT)).isEmpty();
    }

    private Node statement(String property) {
        return graph.find(Node.ANY, NodeFactory.createURI(Rdf.PREDICATE), NodeFactory.createURI(Nr.NS + property))
                .next()
                .getSubject();
    }

    private List<Node> objects(Node subject, String property) {
        return graph.find(subject, NodeFactory.createURI(property), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .toList();
    }
}
