package org.newsreel.kg.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.newsreel.kg.Documents;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.kg.validation.ItemShapes;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Relation;
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

    @Test
    void saysNothingWhereTheSentenceNamesTwoTimes() {
        String text = "Mira Holm joined Rota in 1976, not in 1980.";
        ExtractionDocument two = new ExtractionDocument(
                "two",
                Documents.version(2),
                "en",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(),
                List.of(
                        Documents.mention("m0", EntityType.PER, text, 0, 9, 1),
                        Documents.mention("m1", EntityType.ORG, text, 17, 21, 1),
                        Documents.mention("m2", EntityType.TIME, text, 25, 29, 1),
                        Documents.mention("m3", EntityType.TIME, text, 38, 42, 1)),
                List.of(
                        new EntityChain("c0", EntityType.PER, "Mira Holm", List.of("m0")),
                        new EntityChain("c1", EntityType.ORG, "Rota", List.of("m1")),
                        new EntityChain("c2", EntityType.TIME, "1976", List.of("m2")),
                        new EntityChain("c3", EntityType.TIME, "1980", List.of("m3"))),
                List.of(new Relation("r0", "PER-ORG_member", "c0", "c1", 1, List.of(EvidenceRef.ofMention("m0", 1)))),
                List.of(),
                List.of());

        assertThat(new ItemTimes(two).held(two.relations().get(0))).isEmpty();
        assertThat(new ItemTimes(two).span("c3")).map(TimeSpan::iso).contains("1980");
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
