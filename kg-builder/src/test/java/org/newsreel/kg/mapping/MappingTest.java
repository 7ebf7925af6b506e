package org.newsreel.kg.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.newsreel.kg.Documents;
import org.newsreel.kg.exchange.GraphFile;
import org.newsreel.kg.exchange.SortedQuads;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.ontology.vocab.Prefixes;

class MappingTest {
    @TempDir
    private Path directory;

    private final Dataset dataset = made(40);

    @ParameterizedTest
    @EnumSource
    void makesSomethingThatConformsToItsShapes(ReadyMapping ready) {
        try (SortedQuads made = Mapping.load(ready.title()).apply(dataset)) {
            List<Quad> quads = new ArrayList<>();
            made.forEach(quads::add);
            assertThat(quads).hasSizeGreaterThan(10);
        }
    }

    /** What can be read back of the facts by the inverse query is exactly the facts that the mapping has a term for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            schema.org | ?s nr:memberOf ?o      | ?s schema:memberOf ?o
            schema.org | ?s nr:residence ?o     | ?s schema:homeLocation ?o
            schema.org | ?s nr:parentOf ?o      | ?s schema:children ?o
            schema.org | ?s nr:spouse ?o        | ?s schema:spouse ?o
            schema.org | ?s nr:contains ?o . ?s a nr:Place . ?o a nr:Place | ?s schema:containsPlace ?o
            schema.org | ?s a nr:Person . ?s rdfs:label ?o | ?s a schema:Person ; schema:name ?o
            schema.org | ?o gaf:denotedBy ?x . ?v prov:specializationOf ?s . FILTER NOT EXISTS { ?o a nr:Time } | ?s schema:mentions ?o
            wikidata   | ?s nr:birthPlace ?o    | ?s <http://www.wikidata.org/prop/direct/P19> ?o
            wikidata   | ?s nr:spouse ?o        | ?s <http://www.wikidata.org/prop/direct/P26> ?o
            wikidata   | ?s nr:award ?o         | ?s <http://www.wikidata.org/prop/P166>/<http://www.wikidata.org/prop/statement/P166> ?o
            nif        | ?s gaf:denotedBy/oa:hasSelector/oa:exact ?o | ?p <http://www.w3.org/2005/11/its/rdf#taIdentRef> ?s ; <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#anchorOf> ?o
            nanopub    | ?s nr:near ?o          | ?s nr:near ?o
            owl-time   | ?s nr:earliest ?o      | ?s <http://www.w3.org/2006/time#hasBeginning>/<http://www.w3.org/2006/time#inXSDDate> ?o
            """)
    void givesTheFactsBackAfterExportAndLoad(String mapping, String ours, String theirs) throws IOException {
        Path file = directory.resolve("mapped.nq");
        try (SortedQuads made = Mapping.load(mapping).apply(dataset)) {
            GraphFile.write(made, file);
        }
        Dataset loaded = DatasetFactory.create();
        RDFDataMgr.read(loaded, file.toString());

        Set<String> facts = answers(dataset, ours);
        assertThat(facts).isNotEmpty();
        assertThat(answers(loaded, theirs)).isEqualTo(facts);
    }

    @Test
    void cutsTheQuoteOfAPhraseOutOfItsContextByCodePoints() {
        Dataset made = DatasetFactory.create();
        try (SortedQuads quads = Mapping.load("nif").apply(dataset)) {
            quads.forEach(quad -> made.asDatasetGraph().add(quad));
        }
        String nif = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
        List<String[]> phrases = new ArrayList<>();
        try (QueryExecution query = QueryExecution.dataset(made)
                .query("PREFIX nif: <" + nif
                        + "> SELECT * { ?p nif:anchorOf ?exact ; nif:beginIndex ?b ; nif:endIndex ?e ;"
                        + " nif:referenceContext/nif:isString ?text }")
                .build()) {
            query.execSelect()
                    .forEachRemaining(row -> phrases.add(new String[] {
                        row.getLiteral("text").getString(),
                        row.getLiteral("b").getLexicalForm(),
                        row.getLiteral("e").getLexicalForm(),
                        row.getLiteral("exact").getString()
                    }));
        }

        assertThat(phrases).anyMatch(p -> p[0].contains("🎉")).allSatisfy(p -> {
            int from = p[0].offsetByCodePoints(0, Integer.parseInt(p[1]));
            int to = p[0].offsetByCodePoints(0, Integer.parseInt(p[2]));
            assertThat(p[0].substring(from, to)).isEqualTo(p[3]);
        });
    }

    @Test
    void takesAnEnterprisesQueriesAndShapesFromADirectory() throws IOException {
        Files.writeString(
                directory.resolve("people.rq"),
                "PREFIX x: <https://example.org/hr#>\n" + "CONSTRUCT { ?p x:staffOf ?o } WHERE { ?p nr:memberOf ?o }");
        Files.writeString(
                directory.resolve("shapes.ttl"),
                """
                @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix x: <https://example.org/hr#> .
                x:S a sh:NodeShape ; sh:targetSubjectsOf x:staffOf ; sh:nodeKind sh:IRI .""");

        try (SortedQuads made = Mapping.load(directory.toString()).apply(dataset)) {
            List<Quad> quads = new ArrayList<>();
            made.forEach(quads::add);
            assertThat(quads)
                    .hasSameSizeAs(answers(dataset, "?s nr:memberOf ?o"))
                    .allMatch(quad -> quad.getPredicate().getURI().equals("https://example.org/hr#staffOf"));
        }
    }

    @Test
    void namesWhatBreaksTheShapes() throws IOException {
        Files.writeString(
                directory.resolve("people.rq"), "CONSTRUCT { ?p schema:memberOf ?o } WHERE { ?p nr:memberOf ?o }");
        Files.writeString(
                directory.resolve("shapes.ttl"),
                """
                @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix schema: <https://schema.org/> .
                schema:S a sh:NodeShape ; sh:targetSubjectsOf schema:memberOf ;
                  sh:property [ sh:path schema:taxID ; sh:minCount 1 ; sh:message "a member has a tax id" ] .""");

        assertThatThrownBy(() -> Mapping.load(directory.toString()).apply(dataset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "breaks its shapes: a member has a tax id, but not https://w3id.org/newsreel/id/");
    }

    @Test
    void namesFileAndPlaceOfAQueryThatCantBeParsed() throws IOException {
        Path file = Files.writeString(directory.resolve("bad.rq"), "CONSTRUCT { ?p a ?o }\nWHERE { ?p ?q }");

        assertThatThrownBy(() -> Mapping.load(directory.toString()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ", line 2: ")
                .hasMessageContaining("column 15");
    }

    @Test
    void refusesQueriesThatConstructNothing() throws IOException {
        Path file = Files.writeString(directory.resolve("select.rq"), "SELECT * { ?s ?p ?o }");

        assertThatThrownBy(() -> Mapping.load(file.toString())).hasMessageContaining("holds no CONSTRUCT query");
    }

    @Test
    void asksNoOtherEndpoint() throws IOException {
        Path file = Files.writeString(
                directory.resolve("remote.rq"),
                "CONSTRUCT { ?s a ?o } WHERE { SERVICE <http://127.0.0.1:1/sparql> { ?s a ?o } }");

        assertThatThrownBy(() -> Mapping.load(file.toString()).apply(dataset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SERVICE");
    }

    private static Set<String> answers(Dataset dataset, String pattern) {
        StringBuilder query = new StringBuilder();
        Prefixes.ALL.forEach((prefix, iri) ->
                query.append("PREFIX ").append(prefix).append(": <").append(iri).append(">\n"));
        query.append("SELECT DISTINCT ?s ?o { { ")
                .append(pattern)
                .append(" } UNION { GRAPH ?g { ")
                .append(pattern);
        query.append(" } } }");
        Set<String> answers = new TreeSet<>();
        try (QueryExecution execution =
                QueryExecution.dataset(dataset).query(query.toString()).build()) {
            execution.execSelect().forEachRemaining(row -> answers.add(row.get("s") + " " + row.get("o")));
        }
        return answers;
    }

    private static Dataset made(int items) {
        Dataset made = DatasetFactory.create();
        for (int i = 0; i < items; i++) {
            ItemGraph item = ItemGraphBuilder.build(Documents.random("item-" + i, i));
            item.graph().find().forEach(triple -> made.asDatasetGraph().add(new Quad(item.name(), triple)));
            item.facts().forEach(fact -> made.asDatasetGraph().add(new Quad(Quad.defaultGraphIRI, fact)));
        }
        return made;
    }
}
