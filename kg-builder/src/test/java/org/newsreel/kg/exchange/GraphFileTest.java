package org.newsreel.kg.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsreel.kg.Documents;

class GraphFileTest {
    @TempDir
    private Path directory;

    private final DatasetGraph graphs = made(12);

    @ParameterizedTest
    @ValueSource(strings = {"g.nq", "g.trig", "g.jsonld", "g.rpb", "g.nq.gz", "g.trig.gz", "G.JSONLD.GZ"})
    void writesTheWholeDatasetSoThatReadingGivesTheSame(String name) throws IOException {
        Path file = directory.resolve(name);

        GraphFile.write(DatasetFactory.wrap(graphs), file);

        assertThat(NQuadLines.text(read(file))).isEqualTo(NQuadLines.text(graphs));
    }

    @ParameterizedTest
    @ValueSource(strings = {"g.ttl", "g.nt", "g.rdf", "g.ttl.gz", "g.rdf.gz"})
    void writesTheMergedFactsWhereTheFormatHasNoGraphs(String name) throws IOException {
        Path file = directory.resolve(name);
        DatasetGraph facts = DatasetGraphFactory.create();
        graphs.getDefaultGraph().find().forEach(t -> facts.add(new Quad(Quad.defaultGraphIRI, t)));

        GraphFile.write(DatasetFactory.wrap(graphs), file);

        assertThat(NQuadLines.of(facts)).isNotEmpty();
        assertThat(NQuadLines.text(read(file))).isEqualTo(NQuadLines.text(facts));
    }

    @ParameterizedTest
    @ValueSource(strings = {"g.nq", "g.trig", "g.jsonld", "g.rpb", "g.ttl", "g.nt", "g.rdf", "g.trig.gz"})
    void writesTheSameBytesInWhateverOrderTheQuadsCame(String name) throws IOException {
        Path one = directory.resolve("1" + name);
        Path other = directory.resolve("2" + name);

        GraphFile.write(DatasetFactory.wrap(graphs), one);
        GraphFile.write(DatasetFactory.wrap(shuffled(graphs)), other);

        assertThat(other).hasSameBinaryContentAs(one);
    }

    @Test
    void framesStatementsWithTheirEvidenceInside() throws IOException {
        Path file = directory.resolve("g.jsonld");
        GraphFile graph = new GraphFile();
        graph.add(Documents.small("a"));

        graph.write(file);

        String statement = Files.readAllLines(file).stream()
                .filter(line -> line.contains("\"ItemVersion\"") && !line.contains("@context"))
                .findFirst()
                .orElseThrow();
        assertThat(statement)
                .containsPattern("\"wasDerivedFrom\":\\[?\\{\"@id\":\"[^\"]+\",\"@type\":\"SpecificResource\"")
                .containsPattern("\"hasSelector\":\\{\"@id\":\"[^\"]+\",\"@type\":\\[");
    }

    @Test
    void leavesTheOldFileWhereTheFormatCantHoldTheGraph() throws IOException {
        Path file = Files.writeString(directory.resolve("g.rdf"), "old");
        graphs.add(
                Quad.defaultGraphIRI,
                NodeFactory.createURI("urn:a"),
                NodeFactory.createURI("urn:x:p"),
                NodeFactory.createLiteralString("bell \u0007"));

        assertThatThrownBy(() -> GraphFile.write(DatasetFactory.wrap(graphs), file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("U+0007");

        assertThat(file).hasContent("old");
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void namesTheEndingsForANameThatTellsNoFormat() {
        assertThatThrownBy(() -> GraphFormat.of(Path.of("graph.xml")))
                .hasMessage(
                        "graph.xml tells no format: its name must end in .nq, .trig, .jsonld, .rpb, .ttl, .nt, .rdf,"
                                + " with or without .gz");
    }

    @Test
    void sortsMoreThanFitsInMemoryThroughFilesThatItRemoves() throws IOException {
        List<Quad> quads = new ArrayList<>();
        graphs.find()
                .forEachRemaining(quad -> quads.add(
                        quad.isDefaultGraph() ? new Quad(Quad.defaultGraphNodeGenerated, quad.asTriple()) : quad));
        Collections.shuffle(quads, new Random(5));
        List<Quad> sorted = new ArrayList<>();
        try (SortedQuads few = new SortedQuads(50)) {
            quads.forEach(few::add);
            quads.forEach(few::add);
            few.forEach(sorted::add);
        }

        assertThat(sorted).hasSize(quads.size()).isSortedAccordingTo(CanonicalOrder.QUADS);
        assertThat(sorted).containsExactlyInAnyOrderElementsOf(quads);
    }

    private static DatasetGraph made(int items) {
        DatasetGraph made = DatasetGraphFactory.create();
        for (int i = 0; i < items; i++) {
            var item = org.newsreel.kg.graph.ItemGraphBuilder.build(Documents.random("item-" + i, i));
            item.graph().find().forEach(triple -> made.add(new Quad(item.name(), triple)));
            item.facts().forEach(fact -> made.add(new Quad(Quad.defaultGraphIRI, fact)));
        }
        return made;
    }

    private static DatasetGraph shuffled(DatasetGraph graphs) {
        List<Quad> quads = new ArrayList<>();
        graphs.find().forEachRemaining(quads::add);
        Collections.shuffle(quads, new Random(3));
        DatasetGraph other = DatasetGraphFactory.create();
        quads.forEach(other::add);
        return other;
    }

    private static DatasetGraph read(Path file) throws IOException {
        DatasetGraph read = DatasetGraphFactory.create();
        String name = file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
        Lang lang = RDFDataMgr.determineLang(name, null, null);
        try (InputStream raw = Files.newInputStream(file);
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
            RDFParser.source(in).lang(lang).parse(read);
        }
        return read;
    }
}
