package org.newsreel.kg.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsreel.kg.Documents;
import org.newsreel.kg.identity.Identities;
import org.newsreel.kg.validation.ItemShapes;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Medium;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Oa;
import org.newsreel.ontology.vocab.Prov;
import org.newsreel.ontology.vocab.Rdf;
import org.newsreel.ontology.vocab.Schema;

class ItemGraphBuilderTest {
    @Test
    void frameEvidenceHasTheFragmentOfTheContract() {
        Graph graph = ItemGraphBuilder.build(Documents.small("a")).graph();
        assertThat(values(graph, Rdf.VALUE)).containsExactly("t=6.98,7.02&xywh=13,11,448,346");
        assertThat(values(graph, Nr.FRAME)).containsOnly("175");
    }

    @Test
    void factsAreRelationsTypesLabelsAndDaysAndEachHasOneStatement() {
        ItemGraph item = ItemGraphBuilder.build(Documents.small("a"));
        assertThat(item.facts()).hasSize(2 + 2 * 4 + 3);
        assertThat(item.graph()
                        .find(Node.ANY, iri(Rdf.TYPE), iri(Rdf.STATEMENT))
                        .toList())
                .hasSize(item.facts().size());
        assertThat(item.facts()).allMatch(item.graph()::contains);
    }

    @Test
    void theWeightsOfEveryStatementSumToOne() {
        for (int seed = 0; seed < 60; seed++) {
            Graph graph = ItemGraphBuilder.build(Documents.random("a", seed)).graph();
            for (Triple statement :
                    graph.find(Node.ANY, iri(Rdf.TYPE), iri(Rdf.STATEMENT)).toList()) {
                double sum = graph.find(statement.getSubject(), iri(Prov.WAS_DERIVED_FROM), Node.ANY).toList().stream()
                        .map(Triple::getObject)
                        .mapToDouble(e -> Double.parseDouble(graph.find(e, iri(Nr.WEIGHT), Node.ANY)
                                .next()
                                .getObject()
                                .getLiteralLexicalForm()))
                        .sum();
                assertThat(sum).as("seed %s", seed).isBetween(1 - 1e-4, 1 + 1e-4);
            }
        }
    }

    @Test
    void aSymmetricRelationIsOneFactWhicheverWayItIsSaid() {
        ItemGraph there = ItemGraphBuilder.build(couple("PER-PER_couple", "c0", "c1"));
        ItemGraph back = ItemGraphBuilder.build(couple("/per/per/couple", "c1", "c0"));
        assertThat(there.facts()).isEqualTo(back.facts()).hasSize(5);
        assertThat(ItemGraphBuilder.build(couple("PER-PER_parents", "c0", "c1")).facts())
                .isNotEqualTo(ItemGraphBuilder.build(couple("PER-PER_parents", "c1", "c0"))
                        .facts());
    }

    @Test
    void aFactThatIsStatedTwiceIsOneStatementAsSureAsTheSurest() {
        ExtractionDocument once = couple("PER-PER_couple", "c0", "c1");
        List<Relation> both = new ArrayList<>(once.relations());
        both.add(new Relation("r1", "/per/per/couple", "c1", "c0", 0.9, List.of(EvidenceRef.ofMention("m1", 1))));
        Graph graph = ItemGraphBuilder.build(with(once, both, once.chains())).graph();
        Node statement = graph.find(Node.ANY, iri(Rdf.PREDICATE), iri(Nr.NS + "spouse")).toList().stream()
                .collect(Collectors.collectingAndThen(Collectors.toList(), l -> {
                    assertThat(l).hasSize(1);
                    return l.get(0).getSubject();
                }));
        assertThat(graph.find(statement, iri(Nr.CONFIDENCE), Node.ANY)
                        .next()
                        .getObject()
                        .getLiteralLexicalForm())
                .isEqualTo("0.9e0");
        assertThat(graph.find(statement, iri(Prov.WAS_DERIVED_FROM), Node.ANY).toList())
                .hasSize(2);
    }

    @Test
    void aRelationOfAnEntityToItselfIsLeftOut() {
        ExtractionDocument couple = couple("PER-PER_couple", "c0", "c1");
        List<EntityChain> same = List.of(
                new EntityChain("c0", EntityType.PER, "Ann Lee", List.of("m0")),
                new EntityChain("c1", EntityType.PER, "ANN LEE", List.of("m1")));
        ItemGraph item = ItemGraphBuilder.build(with(couple, couple.relations(), same));
        assertThat(Identities.of(with(couple, couple.relations(), same)).values().stream()
                        .distinct())
                .hasSize(1);
        assertThat(item.facts()).hasSize(3);
        assertThat(ItemShapes.violations(item.graph())).isEmpty();
    }

    @Test
    void mentionsOfTheSameWordsShareTheirSelector() {
        Graph graph = ItemGraphBuilder.build(Documents.small("a")).graph();
        assertThat(graph.find(Node.ANY, iri(Rdf.TYPE), iri(Oa.TEXT_QUOTE_SELECTOR))
                        .toList())
                .hasSize(5);
    }

    @Test
    void quotesCountCodePointsAndCutNoCharacter() {
        String text = "🎬🎉".repeat(30) + "叶小川" + "🎉".repeat(40);
        ExtractionDocument document = new ExtractionDocument(
                "a",
                Documents.version(1),
                "zh",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(),
                List.of(new Mention("m0", EntityType.PER, 60, 63, "叶小川", 1)),
                List.of(new EntityChain("c0", EntityType.PER, "叶小川", List.of("m0"))),
                List.of(),
                List.of(),
                List.of());
        Graph graph = ItemGraphBuilder.build(document).graph();
        assertThat(values(graph, Oa.START)).containsExactly("60");
        assertThat(values(graph, Oa.EXACT)).containsExactly("叶小川");
        assertThat(values(graph, Oa.PREFIX)).containsExactly("🎬🎉".repeat(16));
        assertThat(values(graph, Oa.SUFFIX)).containsExactly("🎉".repeat(32));
    }

    @Test
    void anItemWithoutClaimsStillHasItsDescription() {
        ExtractionDocument empty = new ExtractionDocument(
                "a",
                Documents.version(1),
                "en",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        ItemGraph item = ItemGraphBuilder.build(empty);
        assertThat(item.facts()).isEmpty();
        assertThat(item.graph().contains(Node.ANY, iri(Rdf.TYPE), iri(Schema.NEWS_ARTICLE)))
                .isTrue();
        assertThat(ItemShapes.violations(item.graph())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2024-05-06, 2024-05-06, date",
        "2024-05-06T10:20:30Z, 2024-05-06T10:20:30Z, dateTime",
        "2024-05-06T10:20:30.5+02:00, 2024-05-06T10:20:30+02:00, dateTime",
        "2024-05-06T10:20, 2024-05-06T10:20:00, dateTime",
        "2024-02-31, 2024-02-31, string",
        "last week, last week, string"
    })
    void datesAreTypedWhenTheyAreValid(String published, String lexical, String type) {
        ExtractionDocument d = Documents.small("a");
        Graph graph = ItemGraphBuilder.build(new ExtractionDocument(
                        d.id(),
                        d.version(),
                        d.language(),
                        d.headline(),
                        Optional.of(published),
                        d.source(),
                        d.url(),
                        d.text(),
                        d.media(),
                        d.mentions(),
                        d.chains(),
                        d.relations(),
                        d.regions(),
                        d.models()))
                .graph();
        Node date = graph.find(Node.ANY, iri(Schema.DATE_PUBLISHED), Node.ANY)
                .next()
                .getObject();
        assertThat(date.getLiteralLexicalForm()).isEqualTo(lexical);
        assertThat(date.getLiteralDatatypeURI()).endsWith("#" + type);
    }

    @Test
    void fragmentsLieInsideTheFrameAndTheVideo() {
        for (int seed = 0; seed < 500; seed++) {
            java.util.Random random = new java.util.Random(seed);
            int w = 1 + random.nextInt(1920);
            int h = 1 + random.nextInt(1080);
            double x = random.nextDouble();
            double y = random.nextDouble();
            Box box = new Box(
                    x * 0.999,
                    y * 0.999,
                    Math.max(1e-9, (1 - x * 0.999) * random.nextDouble()),
                    Math.max(1e-9, 1 - y * 0.999));
            double duration = random.nextInt(4) == 0 ? 0 : random.nextDouble() * 100;
            String rate = List.of("25/1", "30000/1001", "1/1", "120/1").get(random.nextInt(4));
            Medium video = new Medium(
                    "v", MediaKind.VIDEO, "v", "0".repeat(64), w, h, Optional.of(rate), OptionalDouble.of(duration));
            double t = random.nextDouble() * (duration + 0.9);
            FrameSpot spot = FrameSpot.of(
                    new Region(
                            "g",
                            EntityType.PER,
                            "v",
                            0,
                            OptionalDouble.of(t),
                            box,
                            Optional.empty(),
                            1,
                            Optional.empty()),
                    video);
            assertThat(spot.x()).isBetween(0, w - 1);
            assertThat(spot.y()).isBetween(0, h - 1);
            assertThat(spot.width()).isBetween(1, w - spot.x());
            assertThat(spot.height()).isBetween(1, h - spot.y());
            assertThat(spot.from()).as("seed %s", seed).isNotNegative().isLessThan(spot.to());
            if (duration > 0.001) {
                assertThat(spot.to().doubleValue()).isLessThanOrEqualTo(duration);
            }
        }
    }

    @Test
    void aRelationThatTheSchemaDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> ItemGraphBuilder.build(couple("made_up", "c0", "c1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("relation r0 of document a has type made_up");
    }

    private static ExtractionDocument couple(String type, String subject, String object) {
        String text = "Ann Lee, Bob Orr";
        return new ExtractionDocument(
                "a",
                Documents.version(1),
                "en",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(),
                List.of(
                        Documents.mention("m0", EntityType.PER, text, 0, 7, 1),
                        Documents.mention("m1", EntityType.PER, text, 9, 16, 1)),
                List.of(
                        new EntityChain("c0", EntityType.PER, "Ann Lee", List.of("m0")),
                        new EntityChain("c1", EntityType.PER, "Bob Orr", List.of("m1"))),
                List.of(new Relation("r0", type, subject, object, 0.5, List.of(EvidenceRef.ofMention("m0", 1)))),
                List.of(),
                List.of());
    }

    private static ExtractionDocument with(ExtractionDocument d, List<Relation> relations, List<EntityChain> chains) {
        return new ExtractionDocument(
                d.id(),
                d.version(),
                d.language(),
                d.headline(),
                d.published(),
                d.source(),
                d.url(),
                d.text(),
                d.media(),
                d.mentions(),
                chains,
                relations,
                d.regions(),
                d.models());
    }

    private static List<String> values(Graph graph, String property) {
        return graph.find(Node.ANY, iri(property), Node.ANY).toList().stream()
                .map(triple -> triple.getObject().getLiteralLexicalForm())
                .distinct()
                .toList();
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
