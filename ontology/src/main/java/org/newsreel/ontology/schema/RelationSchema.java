package org.newsreel.ontology.schema;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Relation;

/**
 * The relation types of all inventories. A name alone may stand for several types (MDocRE's {@code located_in} starts
 * from places and from organisations), so look-ups give the argument types too. Immutable and thread safe.
 */
public final class RelationSchema {
    private static final String RESOURCE = "relations.json";

    private final List<RelationType> types;

    private RelationSchema(List<RelationType> types) {
        this.types = List.copyOf(types);
    }

    /** The schema that ships with Newsreel. */
    public static RelationSchema standard() {
        return Standard.SCHEMA;
    }

    /** All types, in the order of the file. */
    public List<RelationType> types() {
        return types;
    }

    /** The types of one inventory, in the order of the file. */
    public List<RelationType> types(RelationInventory inventory) {
        return types.stream().filter(t -> t.inventory() == inventory).toList();
    }

    /** The type of this name that admits these arguments. */
    public Optional<RelationType> find(String name, EntityType subject, EntityType object) {
        return types.stream()
                .filter(t -> t.name().equals(name)
                        && t.admits(subject, object)
                        && t.property().isPresent())
                .findFirst();
    }

    /**
     * Checks every relation of a document.
     *
     * @throws IllegalArgumentException naming the first relation whose type is unknown or does not admit its arguments
     */
    public void check(ExtractionDocument document) {
        for (Relation relation : document.relations()) {
            EntityType subject = typeOf(document, relation.subject());
            EntityType object = typeOf(document, relation.object());
            if (find(relation.type(), subject, object).isEmpty()) {
                throw new IllegalArgumentException("relation " + relation.id() + " of document " + document.id()
                        + " has type " + relation.type() + ", which the schema does not know between " + subject
                        + " and " + object);
            }
        }
    }

    private static EntityType typeOf(ExtractionDocument document, String chain) {
        return document.chains().stream()
                .filter(c -> c.id().equals(chain))
                .findFirst()
                .orElseThrow()
                .type();
    }

    private static final class Standard {
        static final RelationSchema SCHEMA = read();

        private static RelationSchema read() {
            JsonMapper mapper = JsonMapper.builder()
                    .addModule(new Jdk8Module())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();
            try (InputStream in = RelationSchema.class.getResourceAsStream(RESOURCE)) {
                return new RelationSchema(mapper.readValue(in, new TypeReference<List<RelationType>>() {}));
            } catch (IOException e) {
                throw new UncheckedIOException("the relation schema inside the jar can't be read", e);
            }
        }
    }
}
