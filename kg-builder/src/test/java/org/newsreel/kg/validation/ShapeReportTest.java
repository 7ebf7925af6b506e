package org.newsreel.kg.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.newsreel.kg.Documents;
import org.newsreel.kg.graph.ItemGraph;
import org.newsreel.kg.graph.ItemGraphBuilder;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Rdf;

class ShapeReportTest {
    private final DatasetGraph graphs = DatasetGraphFactory.create();
    private final ItemGraph item = ItemGraphBuilder.build(Documents.small("one"));

    ShapeReportTest() {
        item.graph().find().forEach(triple -> graphs.add(new Quad(item.name(), triple)));
    }

    @Test
    void saysThatAGraphConforms() {
        ShapeReport report = ShapeReport.of(graphs);

        assertThat(report.checked()).isEqualTo(1);
        assertThat(report.conforms()).isTrue();
        assertThat(report.graph().contains(Node.ANY, SHACL.conforms, NodeFactory.createLiteralByValue(true)))
                .isTrue();
    }

    @Test
    void namesItemQuoteAndFrameOfAStatementAtFault() {
        Node statement = graphs.find(item.name(), Node.ANY, uri(Rdf.PREDICATE), uri(Nr.NS + "memberOf"))
                .next()
                .getSubject();
        graphs.deleteAny(item.name(), statement, uri(Nr.CONFIDENCE), Node.ANY);

        ShapeReport report = ShapeReport.of(graphs);

        assertThat(report.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.item()).contains("one");
            assertThat(fault.sentence())
                    .startsWith("item one breaks a shape: a statement has exactly one nr:confidence")
                    .contains("\"Mira Holm\" at 0-9")
                    .contains("v0.mp4 t=6.98,7.02&xywh=13,11,448,346");
        });
    }

    @Test
    void writesAReportThatShaclToolsRead() throws IOException {
        graphs.deleteAny(item.name(), Node.ANY, uri(Nr.CONFIDENCE), Node.ANY);
        ShapeReport report = ShapeReport.of(graphs);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        report.write(out);

        Graph read = GraphFactory.createDefaultGraph();
        RDFParser.source(new ByteArrayInputStream(out.toByteArray()))
                .lang(Lang.TURTLE)
                .parse(read);
        assertThat(read.find(Node.ANY, SHACL.result, Node.ANY).toList())
                .hasSameSizeAs(report.faults())
                .hasSizeGreaterThan(5);
        assertThat(read.isIsomorphicWith(report.graph())).isTrue();
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        ShapeReport.of(graphs).write(again);
        assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
    }

    private static Node uri(String iri) {
        return NodeFactory.createURI(iri);
    }
}
