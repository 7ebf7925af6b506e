package org.newsreel.kg.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Dataset;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsreel.kg.Documents;
import org.newsreel.kg.exchange.GraphFile;
import org.newsreel.kg.exchange.NQuadLines;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Mention;

class HostileItemsTest {
    private static final List<String> IDS = List.of(
            "a/b",
            "..",
            "a b",
            "新闻 🎬",
            "%2F",
            "<script>",
            "\"; DROP ALL",
            "\u0000",
            "line\nbreak",
            "x".repeat(5000),
            "a",
            "A");

    @TempDir
    Path directory;

    @Test
    void idsOfAnyFormStayApartAndSurviveExport() throws Exception {
        List<ExtractionDocument> documents = new ArrayList<>();
        for (String id : IDS) {
            documents.add(Documents.small(id));
        }
        try (KnowledgeStore store = KnowledgeStore.open(directory.resolve("store"))) {
            assertThat(store.add(documents).added()).containsExactlyElementsOf(IDS);
            assertThat(store.items()).containsExactlyInAnyOrderElementsOf(IDS);
            assertThat(store.verify().problems()).isEmpty();
            Dataset dataset = store.dataset();
            List<String> lines = Txn.calculateRead(dataset, () -> NQuadLines.of(dataset.asDatasetGraph()));
            for (String form : List.of("x.nq", "x.trig")) {
                Path file = directory.resolve(form);
                GraphFile.write(dataset, file);
                DatasetGraph read = DatasetGraphFactory.create();
                RDFParser.source(file)
                        .lang(form.endsWith("nq") ? Lang.NQUADS : Lang.TRIG)
                        .parse(read);
                assertThat(NQuadLines.of(read)).as(form).isEqualTo(lines);
            }
            for (String id : IDS) {
                assertThat(store.forget(id)).isTrue();
            }
            assertThat(Txn.calculateRead(dataset, () -> NQuadLines.of(dataset.asDatasetGraph())))
                    .isEmpty();
        }
    }

    @Test
    void anArticleOfFiveMegabytesGoesInAndVerifies() throws Exception {
        String text = "🎬 叶小川 came. ".repeat(260_000);
        List<Mention> mentions = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            int start = i * 12 * 100 + 2;
            mentions.add(new Mention("m" + i, EntityType.PER, start, start + 3, "叶小川", 0.9));
            ids.add("m" + i);
        }
        ExtractionDocument large = new ExtractionDocument(
                "large",
                Documents.version(1),
                "zh",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(),
                mentions,
                List.of(new EntityChain("c0", EntityType.PER, "叶小川", ids)),
                List.of(),
                List.of(),
                List.of());
        assertThat(text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .isGreaterThan(5_000_000);
        try (KnowledgeStore store = KnowledgeStore.open(directory.resolve("store"))) {
            assertThat(store.add(List.of(large)).failed()).isEmpty();
        }
        try (KnowledgeStore store = KnowledgeStore.open(directory.resolve("store"))) {
            VerifyReport report = store.verify();
            assertThat(report.problems()).isEmpty();
            assertThat(report.evidence()).isEqualTo(2000);
            assertThat(Files.exists(directory)).isTrue();
        }
    }

    @Test
    void verifyCatchesWhatAnUpdateBehindTheStoresBackDid() {
        try (KnowledgeStore store = KnowledgeStore.open(directory.resolve("store"))) {
            store.add(List.of(Documents.small("a")));
            String nr = "PREFIX nr: <https://w3id.org/newsreel/ns#> PREFIX oa: <http://www.w3.org/ns/oa#>"
                    + " PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX prov: <http://www.w3.org/ns/prov#> ";
            update(store, "INSERT DATA { <urn:x> <urn:y> <urn:z> }");
            assertThat(store.verify().problems()).singleElement().asString().contains("stated by no item: urn:x");
            update(store, "DELETE DATA { <urn:x> <urn:y> <urn:z> }");
            update(store, nr + "DELETE WHERE { ?s nr:residence ?o }");
            assertThat(store.verify().problems()).singleElement().asString().contains("missing from the default graph");
            update(store, nr + "INSERT { ?s nr:residence ?o } WHERE { GRAPH ?g { ?s nr:residence ?o } }");
            assertThat(store.verify().problems()).isEmpty();
            update(
                    store,
                    nr + "DELETE { GRAPH ?g { ?q oa:exact ?e } } INSERT { GRAPH ?g { ?q oa:exact \"Nira Holm\" } }"
                            + " WHERE { GRAPH ?g { ?q oa:exact ?e FILTER (?e = \"Mira Holm\") } }");
            assertThat(store.verify().problems())
                    .singleElement()
                    .asString()
                    .contains("a quote that its text does not have at [0, 9)");
            update(
                    store,
                    nr + "DELETE { GRAPH ?g { ?q oa:exact ?e } } INSERT { GRAPH ?g { ?q oa:exact \"Mira Holm\" } }"
                            + " WHERE { GRAPH ?g { ?q oa:exact ?e FILTER (?e = \"Nira Holm\") } }");
            update(
                    store,
                    nr
                            + "DELETE { GRAPH ?g { ?e nr:x ?x } } INSERT { GRAPH ?g { ?e nr:x 14 } } WHERE { GRAPH ?g { ?e nr:x ?x } }");
            assertThat(store.verify().problems()).singleElement().asString().contains("beside the box 14,11,448,346");
            update(
                    store,
                    nr
                            + "DELETE { GRAPH ?g { ?e nr:x ?x } } INSERT { GRAPH ?g { ?e nr:x 13 } } WHERE { GRAPH ?g { ?e nr:x ?x } }");
            update(store, nr + "DELETE WHERE { GRAPH ?g { ?s prov:wasDerivedFrom ?e } }");
            assertThat(store.verify().problems()).isNotEmpty().allMatch(p -> p.contains("prov:wasDerivedFrom"));
        }
    }

    private static void update(KnowledgeStore store, String update) {
        Dataset dataset = store.dataset();
        Txn.executeWrite(dataset, () -> org.apache.jena.update.UpdateExecution.dataset(dataset)
                .update(update)
                .execute());
    }
}
