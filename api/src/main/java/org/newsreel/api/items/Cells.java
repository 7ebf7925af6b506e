package org.newsreel.api.items;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.jena.rdf.model.Literal;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;

/** Reads single values of a node; whatever is missing or of another kind is empty, so that a page shows the rest. */
final class Cells {
    private Cells() {}

    static Optional<Resource> resource(Resource subject, Property property) {
        return object(subject, property).filter(RDFNode::isResource).map(RDFNode::asResource);
    }

    /** The lexical form of a literal, or a resource's IRI. */
    static Optional<String> text(Resource subject, Property property) {
        return object(subject, property)
                .map(node -> node.isLiteral()
                        ? node.asLiteral().getLexicalForm()
                        : node.asResource().getURI());
    }

    static OptionalDouble number(Resource subject, Property property) {
        Optional<Double> value = literal(subject, property)
                .map(Literal::getValue)
                .filter(Number.class::isInstance)
                .map(v -> ((Number) v).doubleValue());
        return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
    }

    static OptionalInt whole(Resource subject, Property property) {
        OptionalDouble number = number(subject, property);
        return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
    }

    private static Optional<Literal> literal(Resource subject, Property property) {
        return object(subject, property).filter(RDFNode::isLiteral).map(RDFNode::asLiteral);
    }

    private static Optional<RDFNode> object(Resource subject, Property property) {
        return Optional.ofNullable(subject.getProperty(property)).map(Statement::getObject);
    }
}
