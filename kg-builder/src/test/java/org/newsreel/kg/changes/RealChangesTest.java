package org.newsreel.kg.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.rdfpatch.RDFPatchOps;
import org.apache.jena.rdfpatch.changes.RDFChangesCollector;
import org.apache.jena.rdfpatch.system.DatasetGraphChanges;
import org.apache.jena.rdfpatch.system.DatasetGraphRealChanges;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.DatabaseMgr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsreel.kg.exchange.NQuadLines;

class RealChangesTest {
    /** Whatever comes, it tells and does what Jena's own class does, which looks every quad up. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsWhatLookingEveryQuadUpWouldTell(long seed) {
        List<Consumer<DatasetGraph>> history = history(new Random(seed));
        Told ours = told(RealChanges::new, history);
        Told theirs = told(DatasetGraphRealChanges::new, history);
        assertThat(ours.patch()).isEqualTo(theirs.patch());
        assertThat(ours.graphs()).isEqualTo(theirs.graphs());
        assertThat(ours.graphs()).hasSizeGreaterThan(5);
    }

    private record Told(String patch, List<String> graphs) {}

    private static Told told(Function<DatasetGraph, DatasetGraph> checking, List<Consumer<DatasetGraph>> history) {
        DatasetGraph stored = DatabaseMgr.createDatasetGraph();
        RDFChangesCollector patch = new RDFChangesCollector();
        DatasetGraph graphs = checking.apply(new DatasetGraphChanges(stored, patch));
        history.forEach(step -> step.accept(graphs));
        stored.begin(ReadWrite.READ);
        try {
            return new Told(RDFPatchOps.str(patch.getRDFPatch()), NQuadLines.of(stored));
        } finally {
            stored.end();
        }
    }

    /** Few terms, so that quads come again; graphs that fill, shrink, vanish; transactions that are given up. */
    private static List<Consumer<DatasetGraph>> history(Random random) {
        List<Consumer<DatasetGraph>> steps = new ArrayList<>();
        Node graph = iri("g", random, 4);
        for (int transaction = 0; transaction < 30; transaction++) {
            steps.add(graphs -> graphs.begin(ReadWrite.WRITE));
            for (int i = 0; i < 20; i++) {
                if (random.nextInt(8) == 0) {
                    graph = random.nextInt(5) == 0 ? Quad.defaultGraphIRI : iri("g", random, 4);
                }
                Quad quad = Quad.create(graph, iri("s", random, 3), iri("p", random, 2), object(random));
                int kind = random.nextInt(30);
                steps.add(
                        kind == 0
                                ? graphs -> graphs.deleteAny(quad.getGraph(), Node.ANY, Node.ANY, Node.ANY)
                                : kind < 6 ? graphs -> graphs.delete(quad) : graphs -> graphs.add(quad));
            }
            boolean kept = random.nextInt(3) > 0;
            steps.add(graphs -> {
                if (kept) {
                    graphs.commit();
                } else {
                    graphs.abort();
                }
                graphs.end();
            });
        }
        return steps;
    }

    private static Node iri(String kind, Random random, int many) {
        return NodeFactory.createURI("http://example.org/" + kind + random.nextInt(many));
    }

    private static Node object(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> NodeFactory.createLiteralString("word " + random.nextInt(3));
            case 1 -> NodeFactory.createLiteralLang("word", random.nextBoolean() ? "en" : "zh");
            // One value in two forms, of which TDB2 keeps one.
            case 2 -> NodeFactory.createLiteralDT(random.nextBoolean() ? "1" : "01", XSDDatatype.XSDinteger);
            default -> iri("o", random, 3);
        };
    }
}
