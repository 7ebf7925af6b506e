package org.newsreel.kg.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
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
import org.newsreel.ontology.claim.Mention;
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
        ExtractionDocument two = joined("Mira Holm joined Rota in 1976, not in 1980.", "1976", "1980");

        assertThat(new ItemTimes(two).held(two.relations().get(0))).isEmpty();
        assertThat(new ItemTimes(two).span("c3")).map(TimeSpan::iso).contains("1980");
    }

    @Test
    void saysNothingWhereTheTimeStandsFarFromTheEvidence() {
        ExtractionDocument near = joined("Mira Holm joined Rota late in 1980 as a clerk.", "1980");
        ExtractionDocument far =
                joined("Mira Holm, who joined Rota, said that the first ferry will sail in 1980.", "1980");

        assertThat(new ItemTimes(near).held(near.relations().get(0)))
                .map(ItemTimes.Held::chain)
                .contains("c2");
        assertThat(new ItemTimes(far).held(far.relations().get(0))).isEmpty();
    }

    /** Holm is a member of Rota, says the mention of both; the times are chains of their own. */
    private static ExtractionDocument joined(String text, String... times) {
        int rota = text.indexOf("Rota");
        List<Mention> mentions = new ArrayList<>(List.of(
                Documents.mention("m0", EntityType.PER, text, 0, 9, 1),
                Documents.mention("m1", EntityType.ORG, text, rota, rota + 4, 1)));
        List<EntityChain> chains = new ArrayList<>(List.of(
                new EntityChain("c0", EntityType.PER, "Mira Holm", List.of("m0")),
                new EntityChain("c1", EntityType.ORG, "Rota", List.of("m1"))));
        for (String time : times) {
            int number = mentions.size();
            int start = text.indexOf(time);
            mentions.add(Documents.mention("m" + number, EntityType.TIME, text, start, start + time.length(), 1));
            chains.add(new EntityChain("c" + number, EntityType.TIME, time, List.of("m" + number)));
        }
        return new ExtractionDocument(
                "joined",
                Documents.version(2),
                "en",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(),
                mentions,
                chains,
                List.of(new Relation(
                        "r0",
                        "PER-ORG_member",
                        "c0",
                        "c1",
                        1,
                        List.of(EvidenceRef.ofMention("m0", 0.5), EvidenceRef.ofMention("m1", 0.5)))),
                List.of(),
                List.of());
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
