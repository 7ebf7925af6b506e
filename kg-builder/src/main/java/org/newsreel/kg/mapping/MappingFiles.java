package org.newsreel.kg.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.parser.ShaclParseException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.newsreel.ontology.vocab.Prefixes;

/** Reads mappings from the class path and from files. */
final class MappingFiles {
    private MappingFiles() {}

    static Mapping load(String nameOrPath) {
        Optional<ReadyMapping> ready = ReadyMapping.named(nameOrPath);
        if (ready.isPresent()) {
            return ready(ready.get());
        }
        Path path = Path.of(nameOrPath);
        try {
            if (Files.isDirectory(path)) {
                return directory(path);
            }
            if (Files.isRegularFile(path)) {
                return new Mapping(nameOrPath, List.of(rule(nameOrPath, Files.readString(path))), Optional.empty());
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(nameOrPath + " can't be read (" + e.getMessage() + ")", e);
        }
        throw new IllegalArgumentException("there is no mapping " + nameOrPath + ": name one of " + Mapping.names()
                + ", or a file or directory of SPARQL CONSTRUCT queries");
    }

    private static Mapping ready(ReadyMapping ready) {
        List<Mapping.Rule> rules = new ArrayList<>();
        for (String file : ready.queries()) {
            rules.add(rule(
                    ready.title() + "/" + file, new String(resource(ready.folder() + file), StandardCharsets.UTF_8)));
        }
        String shapes = ready.title() + "/" + ReadyMapping.SHAPES;
        return new Mapping(
                ready.title(),
                rules,
                Optional.of(shapes(List.of(turtle(shapes, resource(ready.folder() + ReadyMapping.SHAPES))), shapes)));
    }

    private static Mapping directory(Path directory) throws IOException {
        List<Mapping.Rule> rules = new ArrayList<>();
        List<Graph> shapes = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.sorted().toList()) {
                if (file.toString().endsWith(".rq")) {
                    rules.add(rule(file.toString(), Files.readString(file)));
                } else if (file.toString().endsWith(".ttl")) {
                    shapes.add(turtle(file.toString(), Files.readAllBytes(file)));
                }
            }
        }
        if (rules.isEmpty()) {
            throw new IllegalArgumentException(
                    directory + " holds no query: put SPARQL CONSTRUCT queries there, in files that end in .rq");
        }
        return new Mapping(
                directory.toString(),
                rules,
                shapes.isEmpty() ? Optional.empty() : Optional.of(shapes(shapes, directory.toString())));
    }

    private static Mapping.Rule rule(String file, String text) {
        Query query = new Query();
        Prefixes.ALL.forEach(query::setPrefix);
        try {
            QueryFactory.parse(query, text, null, Syntax.syntaxARQ);
        } catch (QueryParseException e) {
            String reason =
                    e.getMessage().lines().findFirst().orElse("syntax error").replaceFirst("\\.$", "");
            throw new IllegalArgumentException(file + ", line " + e.getLine() + ": " + reason, e);
        } catch (QueryException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        if (!query.isConstructType()) {
            throw new IllegalArgumentException(file + " holds no CONSTRUCT query: a mapping is made of these alone");
        }
        return new Mapping.Rule(file, query);
    }

    private static Graph turtle(String file, byte[] content) {
        Graph graph = GraphFactory.createDefaultGraph();
        try {
            RDFParser.source(new ByteArrayInputStream(content))
                    .lang(Lang.TURTLE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(graph);
        } catch (RiotException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        return graph;
    }

    private static Shapes shapes(List<Graph> graphs, String file) {
        Graph all = GraphFactory.createDefaultGraph();
        graphs.forEach(graph -> graph.find().forEach(all::add));
        try {
            return Shapes.parse(all);
        } catch (ShaclParseException e) {
            throw new IllegalArgumentException(file + " holds no valid SHACL: " + e.getMessage(), e);
        }
    }

    private static byte[] resource(String file) {
        try (InputStream in = Mapping.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the mapping inside the jar can't be read", e);
        }
    }
}
