package org.newsreel.kg.provenance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;
import org.newsreel.ontology.vocab.EntityClasses;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Prefixes;
import org.newsreel.ontology.vocab.Rdf;
import org.newsreel.ontology.vocab.Rdfs;

/** Understands how people write the terms of a fact, and says terms so that people understand them. */
final class Terms {
    private static final Node LABEL = NodeFactory.createURI(Rdfs.LABEL);

    private final DatasetGraph graphs;

    Terms(DatasetGraph graphs) {
        this.graphs = graphs;
    }

    /** A property, and whether subject and object change places under it. */
    record Direction(Node property, boolean backwards) {}

    /** The entities that an IRI, a prefixed name or a label may mean. */
    List<Node> entities(String term) {
        Optional<String> iri = iri(term);
        if (iri.isPresent()) {
            return List.of(NodeFactory.createURI(iri.get()));
        }
        Set<Node> found = new LinkedHashSet<>();
        labels(term).forEach(quad -> found.add(quad.getSubject()));
        if (found.isEmpty()) {
            throw new IllegalArgumentException("nothing in the graph is called \"" + term
                    + "\": give an IRI, a prefixed name or a label as it stands in the graph");
        }
        return List.copyOf(found);
    }

    /** As {@link #entities}, and also the classes and the literals that the term may mean. */
    List<Node> objects(String term) {
        Optional<String> iri = iri(term);
        if (iri.isPresent()) {
            return List.of(NodeFactory.createURI(iri.get()));
        }
        Set<Node> found = new LinkedHashSet<>();
        for (Quad quad : labels(term)) {
            found.add(quad.getSubject());
            found.add(quad.getObject());
        }
        for (EntityType type : EntityType.values()) {
            String name = EntityClasses.of(type).substring(Nr.NS.length());
            if (folded(name).equals(folded(term).replace(" ", ""))) {
                found.add(NodeFactory.createURI(EntityClasses.of(type)));
            }
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("nothing in the graph is called \"" + term
                    + "\": give an IRI, a prefixed name or a label as it stands in the graph");
        }
        return List.copyOf(found);
    }

    /** The property that is meant, and those that say the same with the arguments changed. */
    List<Direction> predicates(String term) {
        String iri = term.equals("a") ? Rdf.TYPE : iri(term).orElseGet(() -> named(term));
        List<Direction> directions = new ArrayList<>();
        directions.add(new Direction(NodeFactory.createURI(iri), false));
        for (RelationType type : RelationSchema.standard().types()) {
            String property = type.property().map(Nr.NS::concat).orElse("");
            String inverse = type.inverse().map(Nr.NS::concat).orElse("");
            if (property.equals(iri) && type.symmetric()) {
                directions.add(new Direction(NodeFactory.createURI(iri), true));
            }
            if (property.equals(iri) && !inverse.isEmpty()) {
                directions.add(new Direction(NodeFactory.createURI(inverse), true));
            }
            if (inverse.equals(iri)) {
                directions.add(new Direction(NodeFactory.createURI(property), true));
            }
        }
        return directions.stream().distinct().toList();
    }

    /** A term with a name for people: its first label, else what is left of its IRI. */
    ExplainedStatement.Term term(Node node) {
        if (!node.isURI()) {
            return new ExplainedStatement.Term(Optional.empty(), node.isLiteral() ? node.getLiteralLexicalForm() : "");
        }
        List<String> labels = new ArrayList<>();
        graphs.find(Quad.defaultGraphIRI, node, LABEL, Node.ANY)
                .forEachRemaining(quad -> labels.add(quad.getObject().getLiteralLexicalForm()));
        String iri = node.getURI();
        return new ExplainedStatement.Term(
                Optional.of(iri), labels.stream().min(Comparator.naturalOrder()).orElseGet(() -> shortened(iri)));
    }

    /** Labels are few next to everything else, so they are read through; nothing has to be kept beside the store. */
    private List<Quad> labels(String term) {
        String wanted = folded(term);
        List<Quad> found = new ArrayList<>();
        Iterator<Quad> quads = graphs.find(Quad.defaultGraphIRI, Node.ANY, LABEL, Node.ANY);
        while (quads.hasNext()) {
            Quad quad = quads.next();
            if (folded(quad.getObject().getLiteralLexicalForm()).equals(wanted)) {
                found.add(quad);
            }
        }
        return found;
    }

    private static String named(String term) {
        String wanted = folded(term).replace(" ", "");
        List<String> known = RelationSchema.standard().types().stream()
                .flatMap(type -> Arrays.asList(type.property(), type.inverse()).stream())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (wanted.equals("label")) {
            return Rdfs.LABEL;
        }
        if (wanted.equals("type")) {
            return Rdf.TYPE;
        }
        return known.stream()
                .filter(name -> folded(name).equals(wanted))
                .findFirst()
                .map(Nr.NS::concat)
                .orElseThrow(() -> new IllegalArgumentException(
                        "no property is called \"" + term + "\": give one such as nr:memberOf, or a for the type"));
    }

    private static Optional<String> iri(String term) {
        if (term.startsWith("<") && term.endsWith(">")) {
            return Optional.of(term.substring(1, term.length() - 1));
        }
        if (term.startsWith("http://") || term.startsWith("https://") || term.startsWith("urn:")) {
            return Optional.of(term);
        }
        int colon = term.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.ofNullable(Prefixes.ALL.get(term.substring(0, colon)))
                        .map(namespace -> namespace + term.substring(colon + 1));
    }

    private static String shortened(String iri) {
        return Prefixes.ALL.entrySet().stream()
                .filter(prefix -> iri.startsWith(prefix.getValue()))
                .findFirst()
                .map(prefix ->
                        prefix.getKey() + ":" + iri.substring(prefix.getValue().length()))
                .orElse(iri);
    }

    private static String folded(String text) {
        return text.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
