package org.newsreel.api.w3c;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;

/** Reads manifests. */
final class Suites {
    private Suites() {}

    /** All tests below a directory, manifest by manifest, in their order. */
    static List<W3cTest> below(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.getFileName().toString().matches("manifest(-direct|-indirect)?\\.ttl"))
                    .sorted()
                    .flatMap(f -> read(root, f).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<W3cTest> read(Path root, Path manifest) {
        Model model = RDFDataMgr.loadModel(manifest.toUri().toString());
        String suite = root.relativize(manifest.getParent()).toString();
        List<W3cTest> tests = new ArrayList<>();
        model.listObjectsOfProperty(model.createProperty(W3cTest.MF + "entries"))
                .forEach(list -> {
                    for (RDFNode entry :
                            list.as(org.apache.jena.rdf.model.RDFList.class).asJavaList()) {
                        Resource node = entry.asResource();
                        Resource type = node.getPropertyResourceValue(RDF.type);
                        if (type != null) {
                            tests.add(new W3cTest(suite, node, type.getLocalName()));
                        }
                    }
                });
        return tests;
    }
}
