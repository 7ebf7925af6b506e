package org.newsreel.kg.exchange;

import java.io.OutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLWriter;

/** RDF/XML by RDF4J's Rio, because Jena writes it only from a graph in memory. */
final class RdfXmlStream extends StreamRDFBase {
    private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

    private final RDFXMLWriter writer;

    RdfXmlStream(OutputStream out) {
        writer = new RDFXMLWriter(out);
    }

    @Override
    public void start() {
        writer.startRDF();
    }

    @Override
    public void prefix(String prefix, String iri) {
        writer.handleNamespace(prefix, iri);
    }

    /**
     * Writes a triple.
     *
     * @throws IllegalArgumentException when XML can't hold it: control characters, a property that ends in no XML name
     */
    @Override
    public void triple(Triple triple) {
        requireXml(triple.getObject());
        try {
            writer.handleStatement(VALUES.createStatement(
                    (Resource) value(triple.getSubject()),
                    VALUES.createIRI(triple.getPredicate().getURI()),
                    value(triple.getObject())));
        } catch (RDFHandlerException e) {
            throw new IllegalArgumentException(
                    "the property " + triple.getPredicate().getURI()
                            + " can't be written as RDF/XML, because its end is no XML name: choose another format",
                    e);
        }
    }

    @Override
    public void quad(Quad quad) {
        throw new IllegalStateException("RDF/XML has no named graphs");
    }

    @Override
    public void finish() {
        writer.endRDF();
    }

    private static Value value(Node node) {
        if (node.isBlank()) {
            return VALUES.createBNode(node.getBlankNodeLabel());
        }
        if (node.isURI()) {
            return VALUES.createIRI(node.getURI());
        }
        if (!node.getLiteralLanguage().isEmpty()) {
            return VALUES.createLiteral(node.getLiteralLexicalForm(), node.getLiteralLanguage());
        }
        IRI type = VALUES.createIRI(node.getLiteralDatatypeURI());
        return VALUES.createLiteral(node.getLiteralLexicalForm(), type);
    }

    private static void requireXml(Node object) {
        if (object.isLiteral()) {
            object.getLiteralLexicalForm()
                    .codePoints()
                    .filter(c -> (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF)
                    .findFirst()
                    .ifPresent(c -> {
                        throw new IllegalArgumentException(String.format(
                                "a text has the character U+%04X, which XML can't hold: choose another format", c));
                    });
        }
    }
}
