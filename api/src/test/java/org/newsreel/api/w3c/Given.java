package org.newsreel.api.w3c;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.system.G;
import org.apache.jena.vocabulary.RDFS;

/** The data and texts that a test names. */
final class Given {
    private Given() {}

    /** Default graph and named graphs of an action or a result of a query or an update test. */
    static DatasetGraph dataset(Resource owner, String vocabulary) {
        DatasetGraph data = DatasetGraphFactory.create();
        W3cTest.all(owner, vocabulary + "data")
                .forEach(s -> load(data, null, s.getResource().getURI()));
        W3cTest.all(owner, vocabulary + "graphData").forEach(s -> {
            Resource graph = s.getResource();
            RDFNode file = W3cTest.object(graph, vocabulary + "graph");
            String content = file == null ? graph.getURI() : file.asResource().getURI();
            String name = graph.hasProperty(RDFS.label)
                    ? graph.getProperty(RDFS.label).getString()
                    : content;
            load(data, NodeFactory.createURI(name), content);
        });
        return data;
    }

    /** Adds a file's triples to a graph; null is the default graph. */
    static void load(DatasetGraph data, Node name, String file) {
        if (name == null) {
            RDFParser.source(file).parse(data);
        } else {
            DatasetGraph read = DatasetGraphFactory.create();
            RDFParser.source(file).parse(read);
            G.copyGraphSrcToDst(read.getDefaultGraph(), data.getGraph(name));
        }
    }

    /** A request's text, told where it lies, so that its relative IRIs are those of the manifest. */
    static String based(String file) {
        return "BASE <" + file + ">\n" + text(file);
    }

    static String text(String file) {
        try {
            return Files.readString(Path.of(URI.create(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
