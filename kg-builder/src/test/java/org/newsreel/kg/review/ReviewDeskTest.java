package org.newsreel.kg.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.NamedNews;
import org.newsreel.kg.merge.Decision;
import org.newsreel.kg.merge.IdentityLink;
import org.newsreel.kg.provenance.Explanations;
import org.newsreel.kg.store.KnowledgeStore;
import org.newsreel.ontology.claim.ExtractionDocument;

class ReviewDeskTest {
    private static final ExtractionDocument FULL = new NamedNews("full")
            .people("Mira Holm")
            .groups("Tidewater Institute")
            .states("Mira Holm", "PER-ORG_member", "Tidewater Institute")
            .done();
    private static final ExtractionDocument INITIAL = new NamedNews("initial")
            .people("M. Holm", "Ana Ruiz")
            .groups("Tidewater Institute")
            .states("M. Holm", "PER-ORG_member", "Tidewater Institute")
            .done();

    @TempDir
    Path directory;

    @Test
    void aFactThatAnotherItemStatesOutlivesARejectionOfOneStatement() {
        try (KnowledgeStore store = KnowledgeStore.open(directory)) {
            store.add(List.of(FULL, INITIAL));
            ReviewDesk desk = new ReviewDesk(store);
            List<String> statements = statements(store);
            assertThat(statements).hasSize(2);
            assertThat(reject(desk, statements.get(0)).changes().isEmpty()).isTrue();
            assertThat(reject(desk, statements.get(1)).changes().removed())
                    .singleElement()
                    .extracting(Triple::toString)
                    .asString()
                    .contains("memberOf");
            ReviewOutcome back = desk.withdraw(List.of(statements.get(0))).orElseThrow();
            assertThat(back.review().decision()).isEqualTo(Decision.REJECTED);
            assertThat(back.changes().added()).hasSize(1);
            assertThat(desk.withdraw(List.of(statements.get(0)))).isEmpty();
            store.forget("initial");
            store.forget("full");
            assertThat(desk.on(statements.get(1))).isPresent();
            assertThat(desk.statement(statements.get(1))).isEmpty();
            assertThatThrownBy(() -> reject(desk, statements.get(1))).isInstanceOf(NoSuchElementException.class);
            assertThat(desk.withdraw(List.of(statements.get(1)))).isPresent();
        }
    }

    @Test
    void thePairsOfAnEntityAreThoseOfAllThatItStandsFor() {
        try (KnowledgeStore store = KnowledgeStore.open(directory)) {
            store.add(List.of(FULL, INITIAL));
            ReviewDesk desk = new ReviewDesk(store);
            IdentityLink merged = desk.links("merged").get(0);
            assertThat(desk.linksOf(merged.one()))
                    .isEqualTo(desk.linksOf(merged.other()))
                    .containsExactly(merged);
            ReviewOutcome parted =
                    desk.decide(merged.one(), merged.other(), Decision.DIFFERENT, "ann", Optional.of(" two people "));
            assertThat(parted.review().note()).contains("two people");
            assertThat(parted.changes().added()).isNotEmpty();
            assertThat(desk.linksOf(merged.one())).singleElement().satisfies(link -> {
                assertThat(link.status()).isEqualTo("apart");
                assertThat(link.decision()).contains(Decision.DIFFERENT);
            });
        }
    }

    @Test
    void aCorrectionThatSaysNothingNewIsRefused() {
        try (KnowledgeStore store = KnowledgeStore.open(directory)) {
            store.add(List.of(FULL));
            ReviewDesk desk = new ReviewDesk(store);
            String statement = statements(store).get(0);
            for (Correction empty : List.of(
                    new Correction(Optional.empty(), Optional.empty(), Optional.empty()),
                    new Correction(Optional.empty(), Optional.of("nr:memberOf"), Optional.empty()))) {
                assertThatThrownBy(() ->
                                desk.decide(statement, Decision.CORRECTED, Optional.of(empty), "ann", Optional.empty()))
                        .isInstanceOf(IllegalArgumentException.class);
            }
            assertThat(desk.reviews()).isEmpty();
        }
    }

    private static ReviewOutcome reject(ReviewDesk desk, String statement) {
        return desk.decide(statement, Decision.REJECTED, Optional.empty(), "ann", Optional.empty());
    }

    private static List<String> statements(KnowledgeStore store) {
        store.dataset().begin(org.apache.jena.query.ReadWrite.READ);
        try {
            return Explanations.explain(store.dataset(), "Mira Holm", "nr:memberOf", "Tidewater Institute").stream()
                    .map(statement -> statement.iri())
                    .toList();
        } finally {
            store.dataset().end();
        }
    }
}
