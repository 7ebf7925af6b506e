package org.newsreel.kg.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.query.Dataset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsreel.kg.Documents;
import org.newsreel.kg.store.KnowledgeStore;

class ExplanationsTest {
    @TempDir
    static Path directory;

    private static KnowledgeStore store;
    private static Dataset dataset;

    @BeforeAll
    static void fill() {
        store = KnowledgeStore.open(directory.resolve("store"));
        store.add(List.of(Documents.small("one"), Documents.small("two")));
        dataset = store.dataset();
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mira Holm | nr:memberOf | the Tidewater Institute",
                "MIRA HOLM | member of | The Tidewater Institute",
                "Mira Holm | https://w3id.org/newsreel/ns#memberOf | the tidewater institute",
                "the Tidewater Institute | nr:member | Mira Holm",
            })
    void findsTheStatementsOfEveryItemHoweverTheTermsAreWritten(String subject, String predicate, String object) {
        List<ExplainedStatement> found = Explanations.explain(dataset, subject, predicate, object);
        assertThat(found).extracting(ExplainedStatement::item).containsExactlyInAnyOrder("one", "two");
        assertThat(found).allSatisfy(statement -> {
            assertThat(statement.subject().label()).isEqualTo("Mira Holm");
            assertThat(statement.confidence()).isEqualTo(0.81);
            assertThat(statement.headline()).contains("Mira Holm joins");
            assertThat(statement.model().name()).isEqualTo("m3d-text");
            assertThat(statement.model().role()).isEqualTo("relations");
        });
    }

    @Test
    void givesWordsAndFramesHeaviestFirst() {
        List<Evidence> evidence = Explanations.explain(dataset, "Mira Holm", "nr:memberOf", "the Tidewater Institute")
                .get(0)
                .evidence();
        assertThat(evidence).extracting(Evidence::weight).containsExactly(0.5, 0.3, 0.2);
        Evidence.OfText words = (Evidence.OfText) evidence.get(0);
        assertThat(words.quote()).isEqualTo("Mira Holm");
        assertThat(words.start()).isZero();
        assertThat(words.end()).isEqualTo(9);
        assertThat(words.prefix()).isEmpty();
        assertThat(words.suffix()).isEqualTo(" joined the Tidewater Institute ");
        Evidence.OfFrame frame = (Evidence.OfFrame) evidence.get(2);
        assertThat(frame.time()).hasValue(7.0);
        assertThat(List.of(frame.frame(), frame.x(), frame.y(), frame.width(), frame.height()))
                .containsExactly(175, 13, 11, 448, 346);
        assertThat(frame.fragment()).isEqualTo("t=6.98,7.02&xywh=13,11,448,346");
        assertThat(frame.file()).isEqualTo("v0.mp4");
        assertThat(frame.sha256()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mira Holm | a | nr:Person",
                "Mira Holm | a | person",
                "Mira Holm | rdf:type | <https://w3id.org/newsreel/ns#Person>",
                "Mira Holm | rdfs:label | Mira Holm",
                "Mira Holm | label | mira holm"
            })
    void explainsTypesAndLabelsToo(String subject, String predicate, String object) {
        assertThat(Explanations.explain(dataset, subject, predicate, object))
                .hasSize(2)
                .allSatisfy(statement -> assertThat(statement.evidence()).hasSize(3));
    }

    @Test
    void aFactThatIsNotThereHasNoStatements() {
        assertThat(Explanations.explain(dataset, "Mira Holm", "nr:leaderOf", "the Tidewater Institute"))
                .isEmpty();
        assertThat(Explanations.explain(dataset, "nr:x", "nr:leaderOf", "id:y")).isEmpty();
    }

    @Test
    void aTermThatNamesNothingIsNamed() {
        assertThatThrownBy(() -> Explanations.explain(dataset, "Nobody", "a", "nr:Person"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "nothing in the graph is called \"Nobody\": give an IRI, a prefixed name or a label as it stands"
                                + " in the graph");
        assertThatThrownBy(() -> Explanations.explain(dataset, "Mira Holm", "admires", "Port Sella"))
                .hasMessageStartingWith("no property is called \"admires\"");
    }
}
