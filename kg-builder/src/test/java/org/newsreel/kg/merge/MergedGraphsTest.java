package org.newsreel.kg.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.newsreel.kg.NamedNews;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.kg.identity.Identities;
import org.newsreel.kg.provenance.ExplainedStatement;
import org.newsreel.kg.provenance.Explanations;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.vocab.Nr;

class MergedGraphsTest {
    private final DatasetGraph graphs = DatasetGraphFactory.createTxnMem();
    private final MergedGraphs merged = new MergedGraphs(graphs);
    private final List<ItemGraph> items = new ArrayList<>();

    private static final ExtractionDocument FULL = new NamedNews("full")
            .people("Mira Holm")
            .groups("Tidewater Institute")
            .states("Mira Holm", "PER-ORG_member", "Tidewater Institute")
            .done();
    private static final ExtractionDocument INITIAL = new NamedNews("initial")
            .people("M. Holm", "Ana Ruiz")
            .groups("Tidewater Institute")
            .states("M. Holm", "PER-ORG_member", "Tidewater Institute")
            .states("M. Holm", "PER-PER_colleague", "Ana Ruiz")
            .done();

    @Test
    void peopleWithFittingNamesAndTheSameCompanyAreOneAndEveryFactShowsItsWords() {
        put(FULL, INITIAL);
        String mira = iri(FULL, "c0");
        assertThat(one(iri(INITIAL, "c0"))).isEqualTo(mira);
        assertThat(facts("memberOf")).hasSize(1);
        assertThat(facts("colleague")).hasSize(1);
        List<ExplainedStatement> found =
                Explanations.explain(DatasetFactory.wrap(graphs), mira, Nr.NS + "memberOf", iri(FULL, "c1"));
        assertThat(found).extracting(ExplainedStatement::item).containsExactlyInAnyOrder("full", "initial");
        assertThat(found)
                .allSatisfy(statement -> assertThat(statement.evidence()).isNotEmpty());
        assertThat(merged.links("merged")).singleElement().satisfies(link -> assertThat(link.reasons())
                .anyMatch(reason -> reason.startsWith("for: same family name and initial"))
                .anyMatch(reason -> reason.startsWith("for: both in company of organization/tidewater")));
    }

    @Test
    void everyFactOfTheDefaultGraphHasAStatementInItsOwnTermsWithEvidence() {
        put(FULL, INITIAL);
        graphs.begin();
        graphs.find(Quad.defaultGraphIRI, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(fact -> {
            boolean stated = graphs.stream(null, null, ItemGraphs.SUBJECT, fact.getSubject())
                    .map(Quad::getSubject)
                    .anyMatch(node -> graphs.contains(Node.ANY, node, ItemGraphs.PREDICATE, fact.getPredicate())
                            && graphs.contains(Node.ANY, node, ItemGraphs.OBJECT, fact.getObject())
                            && graphs.contains(
                                    Node.ANY,
                                    node,
                                    Quads.iri(org.newsreel.ontology.vocab.Prov.WAS_DERIVED_FROM),
                                    Node.ANY));
            assertThat(stated).as("%s", fact).isTrue();
        });
        graphs.end();
    }

    @Test
    void aNameThatTwoCouldHaveIsNobodys() {
        put(
                FULL,
                new NamedNews("other")
                        .people("Martin Holm")
                        .groups("Tidewater Institute")
                        .done(),
                INITIAL);
        assertThat(one(iri(INITIAL, "c0"))).isEqualTo(iri(INITIAL, "c0"));
        assertThat(merged.links("apart")).hasSize(2);
    }

    @Test
    void aPersonsWordMergesAndPartsAndCanBeTakenBack() {
        put(FULL, INITIAL);
        String mira = iri(FULL, "c0");
        String initial = iri(INITIAL, "c0");
        String ana = iri(INITIAL, "c1");
        Instant now = Instant.parse("2026-01-02T03:04:05Z");
        change(() -> merged.review(Review.pair(Decision.DIFFERENT, initial, mira, "ann", now)));
        assertThat(one(initial)).isEqualTo(initial);
        assertThat(facts("memberOf")).hasSize(2);
        change(() -> merged.review(Review.pair(Decision.SAME, mira, ana, "ann", now)));
        assertThat(one(ana)).isEqualTo(one(mira));
        change(() -> {
            assertThat(merged.withdraw(List.of(mira, initial))).isTrue();
            assertThat(merged.withdraw(List.of(ana, mira))).isTrue();
            assertThat(merged.withdraw(List.of(ana, mira))).isFalse();
        });
        assertThat(one(initial)).isEqualTo(mira);
        assertThat(merged.reviews()).isEmpty();
    }

    @Test
    void typesAreNeverMerged() {
        ExtractionDocument both =
                new NamedNews("a").people("Mira Holm").groups("Mira Holm Trust").done();
        put(both);
        assertThatThrownBy(() -> merged.review(
                        Review.pair(Decision.SAME, iri(both, "c0"), iri(both, "c1"), "ann", Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("entities of different types are never one");
    }

    @Test
    void aCorrectionHoldsInTheStatementsPlaceAndOnlyWhereTheVocabularyAllowsIt() {
        put(FULL, INITIAL);
        graphs.begin();
        ItemGraphs read = new ItemGraphs(new Quads(graphs));
        Stated stated = read.statements(items.get(1).name()).stream()
                .filter(s -> s.fact().getPredicate().hasURI(Nr.NS + "colleague"))
                .findFirst()
                .orElseThrow();
        graphs.end();
        Node subject = NodeFactory.createURI(iri(INITIAL, "c0"));
        Node sibling = NodeFactory.createURI(Nr.NS + "sibling");
        Node ana = NodeFactory.createURI(iri(INITIAL, "c1"));
        Node group = NodeFactory.createURI(iri(INITIAL, "c2"));
        String statement = stated.statement().getURI();
        change(() -> merged.review(Review.correction(
                statement, org.apache.jena.graph.Triple.create(subject, sibling, ana), "ann", Instant.EPOCH)));
        assertThat(facts("colleague")).isEmpty();
        assertThat(facts("sibling")).hasSize(1);
        assertThatThrownBy(() -> merged.review(Review.correction(
                        statement, org.apache.jena.graph.Triple.create(subject, sibling, group), "ann", Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the vocabulary allows no");
    }

    private void put(ExtractionDocument... documents) {
        change(() -> {
            for (ExtractionDocument document : documents) {
                ItemGraph item = ItemGraphBuilder.build(document);
                items.add(item);
                merged.put(item);
            }
        });
    }

    private void change(Runnable work) {
        graphs.executeWrite(() -> {
            work.run();
            merged.settle();
        });
    }

    private String one(String entity) {
        return graphs.calculateRead(() ->
                Members.representative(graphs, NodeFactory.createURI(entity)).getURI());
    }

    private List<Quad> facts(String property) {
        return graphs.calculateRead(
                () -> graphs.stream(Quad.defaultGraphIRI, Node.ANY, NodeFactory.createURI(Nr.NS + property), Node.ANY)
                        .toList());
    }

    private static String iri(ExtractionDocument document, String chain) {
        return Identities.of(document).get(chain);
    }
}
