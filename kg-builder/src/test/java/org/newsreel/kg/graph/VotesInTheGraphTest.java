package org.newsreel.kg.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.newsreel.kg.Documents;
import org.newsreel.kg.validation.ItemShapes;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.ModelUse;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.claim.Vote;
import org.newsreel.ontology.codec.ExtractionJson;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Prov;
import org.newsreel.ontology.vocab.Rdf;

/** What the graph says of relations that several models voted on. */
class VotesInTheGraphTest {
    private static final String TEXT = "Ann Lee, Bob Orr";

    private static ExtractionDocument voted(Vote... votes) {
        return new ExtractionDocument(
                "a",
                Documents.version(1),
                "en",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                TEXT,
                List.of(),
                List.of(
                        Documents.mention("m0", EntityType.PER, TEXT, 0, 7, 1),
                        Documents.mention("m1", EntityType.PER, TEXT, 9, 16, 1)),
                List.of(
                        new EntityChain("c0", EntityType.PER, "Ann Lee", List.of("m0")),
                        new EntityChain("c1", EntityType.PER, "Bob Orr", List.of("m1"))),
                List.of(new Relation(
                        "r0",
                        "PER-PER_couple",
                        "c0",
                        "c1",
                        0.5,
                        List.of(EvidenceRef.ofMention("m0", 1)),
                        List.of(votes))),
                List.of(),
                List.of(model("words"), model("eyes"), model("ears")));
    }

    private static ModelUse model(String name) {
        return new ModelUse(
                "relations",
                name,
                Integer.toHexString(name.length()).repeat(64),
                Optional.empty(),
                OptionalDouble.empty());
    }

    /** Names of the models of the activity that made the one relation. */
    private static List<String> generatedBy(ExtractionDocument document) {
        ItemGraph item = ItemGraphBuilder.build(ExtractionJson.read(ExtractionJson.write(document)));
        assertThat(ItemShapes.violations(item.graph())).isEmpty();
        Graph graph = item.graph();
        Node statement = graph.find(Node.ANY, iri(Rdf.PREDICATE), iri(Nr.NS + "spouse"))
                .next()
                .getSubject();
        Node activity = graph.find(statement, iri(Prov.WAS_GENERATED_BY), Node.ANY)
                .next()
                .getObject();
        return graph.find(activity, iri(Nr.MODEL), Node.ANY).toList().stream()
                .map(Triple::getObject)
                .map(Node::getLiteralLexicalForm)
                .toList();
    }

    @Test
    void aRelationOfOneVoterIsMadeByItsModelWhicheverComesFirst() {
        assertThat(generatedBy(voted(new Vote("eyes", 0.7)))).containsExactly("eyes");
    }

    @Test
    void aRelationOfSeveralVotersIsMadeByAllOfThem() {
        assertThat(generatedBy(voted(new Vote("words", 0.4), new Vote("eyes", 0.7))))
                .containsExactly("eyes + words");
    }

    @Test
    void withoutVotesTheModelForRelationsMadeIt() {
        assertThat(generatedBy(voted())).containsExactly("words");
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
