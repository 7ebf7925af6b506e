package org.newsreel.kg.merge;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.newsreel.kg.identity.EntityKey;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;
import org.newsreel.ontology.vocab.EntityClasses;
import org.newsreel.ontology.vocab.Nr;
import org.newsreel.ontology.vocab.Rdf;
import org.newsreel.ontology.vocab.Rdfs;

/** What reviews can say, whatever is in the store. */
final class ReviewRules {
    private ReviewRules() {}

    static void check(Review review) {
        if (review.targets().size() == 2) {
            List<EntityType> types = review.targets().stream()
                    .map(target -> EntityKey.of(target, "x").type())
                    .distinct()
                    .toList();
            if (types.size() > 1) {
                throw new IllegalArgumentException(
                        "entities of different types are never one: " + String.join(" and ", review.targets()));
            }
        } else if (!review.targets().get(0).startsWith(Iris.BASE + "statement/")) {
            throw new IllegalArgumentException(
                    review.targets().get(0) + " is no statement: give the IRI of one, as explain prints it");
        }
        review.instead().ifPresent(ReviewRules::check);
    }

    private static void check(Triple fact) {
        Optional<EntityType> subject = type(fact.getSubject());
        if (subject.isEmpty()) {
            throw new IllegalArgumentException(
                    "a correction is about an entity but this is none: " + fact.getSubject());
        }
        String property = fact.getPredicate().getURI();
        Node object = fact.getObject();
        boolean allowed;
        if (property.equals(Rdf.TYPE)) {
            // An entity's type is part of its IRI: another type is another entity.
            allowed = object.isURI() && object.getURI().equals(EntityClasses.of(subject.get()));
        } else if (property.equals(Rdfs.LABEL)) {
            allowed = object.isLiteral() && !object.getLiteralLanguage().isEmpty();
        } else {
            Optional<EntityType> range = type(object);
            allowed = range.isPresent()
                    && RelationSchema.standard().types().stream()
                            .anyMatch(type -> fits(type, property, subject.get(), range.get()));
        }
        if (!allowed) {
            throw new IllegalArgumentException("the vocabulary allows no " + property + " between " + fact.getSubject()
                    + " and " + object + ": choose another property or entity");
        }
    }

    private static boolean fits(RelationType type, String property, EntityType subject, EntityType object) {
        return type.property().map(Nr.NS::concat).equals(Optional.of(property)) && type.admits(subject, object);
    }

    private static Optional<EntityType> type(Node node) {
        return node.isURI() ? EntityKey.typeOf(node.getURI()) : Optional.empty();
    }
}
