package org.newsreel.extraction.pipeline;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;

/**
 * What relations of different corpora can agree on: the property in the graph between two chains. Of a symmetric one the
 * subject is the chain that comes first.
 *
 * @param subject place of the chain among the document's
 * @param object the same
 */
record Fact(int subject, int object, String property) {
    static final Comparator<Fact> ORDER = Comparator.comparingInt(Fact::subject)
            .thenComparingInt(Fact::object)
            .thenComparing(Fact::property);

    /** The chains of a document by id, for finding facts. */
    record Chains(Map<String, Integer> places, List<EntityChain> all) {
        static Chains of(List<EntityChain> all) {
            Map<String, Integer> places = new HashMap<>();
            all.forEach(chain -> places.put(chain.id(), places.size()));
            return new Chains(places, all);
        }

        /** What a relation says; nothing when the schema does not know it between chains of these types. */
        Optional<Fact> fact(String type, String subjectId, String objectId) {
            int subject = places.get(subjectId);
            int object = places.get(objectId);
            Optional<RelationType> known = RelationSchema.standard()
                    .find(type, all.get(subject).type(), all.get(object).type());
            return known.map(t -> t.symmetric() && subject > object
                    ? new Fact(object, subject, t.property().orElseThrow())
                    : new Fact(subject, object, t.property().orElseThrow()));
        }
    }
}
