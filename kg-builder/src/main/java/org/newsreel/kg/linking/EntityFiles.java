package org.newsreel.kg.linking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.atlas.csv.CSVParser;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.vocab.Rdf;

/** Reads an enterprise's entities from files: CSV, or RDF in any syntax that its name tells. */
public final class EntityFiles {
    private EntityFiles() {}

    /**
     * Reads a file.
     *
     * <p>CSV has a header with the columns {@code id} (an IRI) and {@code label}, and may have {@code type} (PER, LOC, ORG,
     * MISC, or the IRI of a known class) and {@code aliases}, divided by {@code |}. Of RDF the labels of RDFS, SKOS,
     * schema.org and FOAF count.
     *
     * @throws IllegalArgumentException in one sentence, when the file is none of these
     */
    public static OwnEntities read(Path file) {
        String name = file.getFileName().toString();
        try {
            List<OwnEntity> entities = name.toLowerCase(Locale.ROOT).endsWith(".csv") ? csv(file) : rdf(file);
            if (entities.isEmpty()) {
                throw new IllegalArgumentException(
                        file + " names no entity: see docs/linking.md for what it should hold");
            }
            return new ListedEntities(name, entities);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " can't be read: " + e.getMessage(), e);
        }
    }

    private static List<OwnEntity> csv(Path file) throws IOException {
        List<OwnEntity> entities = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            Map<String, Integer> columns = new LinkedHashMap<>();
            int line = 0;
            for (List<String> row : CSVParser.create(in)) {
                line++;
                if (columns.isEmpty()) {
                    for (int i = 0; i < row.size(); i++) {
                        columns.put(row.get(i).replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT), i);
                    }
                    if (!columns.containsKey("id") || !columns.containsKey("label")) {
                        throw new IllegalArgumentException(
                                file + " has no header with the columns id and label: add it as the first line");
                    }
                } else if (row.size() > 1) {
                    entities.add(entity(file, line, row, columns));
                }
            }
        }
        return entities;
    }

    private static OwnEntity entity(Path file, int line, List<String> row, Map<String, Integer> columns) {
        String id = cell(row, columns, "id");
        if (!id.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|^`\\\\]+")) {
            throw new IllegalArgumentException(
                    file + ", row " + line + ": \"" + id + "\" is no IRI: give each entity's IRI in the column id");
        }
        List<String> names = new ArrayList<>(List.of(cell(row, columns, "label")));
        names.addAll(Arrays.asList(cell(row, columns, "aliases").split("\\|")));
        if (names.stream().allMatch(String::isBlank)) {
            throw new IllegalArgumentException(file + ", row " + line + ": " + id + " has no label");
        }
        return new OwnEntity(id, KnownClasses.type(cell(row, columns, "type")), names);
    }

    private static String cell(List<String> row, Map<String, Integer> columns, String column) {
        Integer at = columns.get(column);
        return at == null || at >= row.size() ? "" : row.get(at).strip();
    }

    private static List<OwnEntity> rdf(Path file) {
        Map<String, Labels> found = new TreeMap<>();
        try {
            RDFParser.source(file)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(new StreamRDFBase() {
                        @Override
                        public void triple(Triple triple) {
                            take(triple, found);
                        }

                        @Override
                        public void quad(Quad quad) {
                            take(quad.asTriple(), found);
                        }
                    });
        } catch (RiotException e) {
            throw new IllegalArgumentException(
                    file + " is no CSV and can't be read as RDF: "
                            + e.getMessage().lines().findFirst().orElse(""),
                    e);
        }
        return found.entrySet().stream()
                .filter(entry -> entry.getValue().isNamed())
                .map(entry -> entry.getValue().entity(entry.getKey()))
                .toList();
    }

    private static void take(Triple triple, Map<String, Labels> found) {
        if (!triple.getSubject().isURI()) {
            return;
        }
        Node object = triple.getObject();
        String property = triple.getPredicate().getURI();
        if (object.isLiteral() && KnownClasses.isName(property)) {
            found.computeIfAbsent(triple.getSubject().getURI(), iri -> new Labels())
                    .add(object.getLiteralLexicalForm(), KnownClasses.isPreferred(property));
        } else if (object.isURI() && property.equals(Rdf.TYPE)) {
            KnownClasses.type(object.getURI())
                    .ifPresent(type ->
                            found.computeIfAbsent(triple.getSubject().getURI(), iri -> new Labels()).type = type);
        }
    }

    /** What is read of one entity so far. */
    private static final class Labels {
        private final List<String> preferred = new ArrayList<>();
        private final List<String> others = new ArrayList<>();
        private EntityType type;

        void add(String name, boolean first) {
            (first ? preferred : others).add(name);
        }

        boolean isNamed() {
            return preferred.stream().anyMatch(n -> !n.isBlank())
                    || others.stream().anyMatch(n -> !n.isBlank());
        }

        OwnEntity entity(String iri) {
            List<String> names = new ArrayList<>(preferred.stream().sorted().toList());
            names.addAll(others.stream().sorted().toList());
            return new OwnEntity(iri, Optional.ofNullable(type), names);
        }
    }
}
