package org.newsreel.ontology.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.newsreel.ontology.OntologyFiles;

/**
 * Runs {@code shapes/<shape>/{valid,invalid}/*.ttl}. Every file is the prefixes of {@code shapes/prefixes.ttl} and a
 * graph; an invalid one begins with a line {@code # expect: <part of the message>}, and only that message may come.
 */
class ShapesTest {
    private static final Path FOLDER = folder();
    private static final Graph GRAPH = read(OntologyFiles.shapes());
    private static final Shapes SHAPES = Shapes.parse(GRAPH);

    @TestFactory
    List<DynamicTest> validGraphsConform() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files("valid")) {
            tests.add(DynamicTest.dynamicTest(FOLDER.relativize(file).toString(), () -> assertThat(messages(file))
                    .isEmpty()));
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    @TestFactory
    List<DynamicTest> invalidGraphsBreakTheShapeThatTheyName() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files("invalid")) {
            tests.add(DynamicTest.dynamicTest(FOLDER.relativize(file).toString(), () -> {
                String first = Files.readAllLines(file).get(0);
                assertThat(first).startsWith("# expect: ");
                String expected = first.substring("# expect: ".length());
                assertThat(messages(file)).isNotEmpty().allMatch(message -> message.contains(expected));
            }));
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    @Test
    void everyShapeHasAFolderWithBothKinds() throws IOException {
        Set<String> shapes = new TreeSet<>();
        GRAPH.find(null, RDF.type.asNode(), NodeFactory.createURI("http://www.w3.org/ns/shacl#NodeShape"))
                .forEachRemaining(triple -> shapes.add(triple.getSubject().getLocalName()));
        // The pairs of relation properties are all of one form; one pair stands for them.
        shapes.removeIf(name -> name.endsWith("Subject") || name.endsWith("Object"));
        shapes.add("relation");
        for (String shape : shapes) {
            String name = Character.toLowerCase(shape.charAt(0)) + shape.substring(1);
            for (String kind : List.of("valid", "invalid")) {
                assertThat(FOLDER.resolve(name).resolve(kind)).isNotEmptyDirectory();
            }
        }
    }

    @Test
    void everyRelationPropertyHasAShapeForItsSubjectAndItsObject() {
        org.newsreel.ontology.schema.RelationSchema.standard().types().forEach(type -> type.property()
                .ifPresent(property -> assertThat(Stream.of("Subject", "Object"))
                        .allMatch(end -> GRAPH.contains(
                                NodeFactory.createURI("https://w3id.org/newsreel/shapes#" + property + end),
                                RDF.type.asNode(),
                                NodeFactory.createURI("http://www.w3.org/ns/shacl#NodeShape")))));
    }

    private static List<String> messages(Path file) throws IOException {
        String turtle = Files.readString(FOLDER.resolve("prefixes.ttl")) + Files.readString(file);
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(turtle, Lang.TURTLE).parse(graph);
        ValidationReport report = ShaclValidator.get().validate(SHAPES, graph);
        return report.getEntries().stream()
                .map(entry -> entry.message() + " @ " + entry.focusNode())
                .toList();
    }

    private static List<Path> files(String kind) throws IOException {
        try (Stream<Path> paths = Files.walk(FOLDER)) {
            return paths.filter(path -> path.toString().endsWith(".ttl")
                            && path.getParent().getFileName().toString().equals(kind))
                    .sorted()
                    .toList();
        }
    }

    private static Path folder() {
        try {
            return Path.of(ShapesTest.class.getResource("/shapes/prefixes.ttl").toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Graph read(InputStream stream) {
        Graph graph = GraphFactory.createDefaultGraph();
        try (InputStream in = stream) {
            RDFParser.source(in).lang(Lang.TURTLE).parse(graph);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return graph;
    }
}
