package org.newsreel.api.reconcile;

import java.util.Optional;
import org.newsreel.kg.identity.Iris;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.vocab.EntityClasses;
import org.newsreel.ontology.vocab.Nr;

/** Ids of entities, types and properties: what follows the identifier and schema space in their IRIs. */
final class ReconcileIds {
    private ReconcileIds() {}

    static String ofEntity(String iri) {
        return iri.startsWith(Iris.BASE) ? iri.substring(Iris.BASE.length()) : iri;
    }

    static String entity(String id) {
        return id.contains(":") ? id : Iris.BASE + id;
    }

    static String ofTerm(String iri) {
        return iri.startsWith(Nr.NS) ? iri.substring(Nr.NS.length()) : iri;
    }

    static String term(String id) {
        return id.contains(":") ? id : Nr.NS + id;
    }

    static Optional<EntityType> type(String id) {
        return EntityClasses.typeOf(term(id));
    }

    static TypeView type(EntityType type) {
        String id = ofTerm(EntityClasses.of(type));
        return new TypeView(
                id,
                switch (type) {
                    case PER -> "Person";
                    case LOC -> "Place";
                    case ORG -> "Organization";
                    case TIME -> "Time";
                    case MISC -> "Thing with a name";
                });
    }

    /** A type as the API shows it. */
    record TypeView(String id, String name) {}
}
