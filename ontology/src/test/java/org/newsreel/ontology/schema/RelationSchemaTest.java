package org.newsreel.ontology.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;

class RelationSchemaTest {
    private final RelationSchema schema = RelationSchema.standard();

    @Test
    void hasTheLabelsOfThePublishedInventories() {
        assertThat(schema.types(RelationInventory.M3D)).hasSize(34);
        assertThat(schema.types(RelationInventory.MDOCRE)).hasSize(21);
        assertThat(schema.types(RelationInventory.MNRE)).hasSize(23);
        assertThat(schema.types()).hasSize(34 + 21 + 23);
    }

    @Test
    void onlyNoneHasNoProperty() {
        for (RelationType type : schema.types()) {
            assertThat(type.property().isEmpty())
                    .as(type.name())
                    .isEqualTo(type.name().equals("None"));
            assertThat(type.domain() == null || type.range() == null)
                    .as(type.name())
                    .isEqualTo(type.name().equals("None"));
        }
    }

    @Test
    void aTypeIsNamedOnceForItsArguments() {
        for (RelationInventory inventory : RelationInventory.values()) {
            Set<List<Object>> seen = new HashSet<>();
            for (RelationType type : schema.types(inventory)) {
                if (type.property().isPresent()) {
                    assertThat(seen.add(List.of(type.name(), type.domain(), type.range())))
                            .as(type.name())
                            .isTrue();
                }
            }
        }
    }

    @Test
    void namesThatSpellTheirArgumentsAgreeWithThem() {
        for (RelationType type : schema.types(RelationInventory.M3D)) {
            if (type.property().isPresent()) {
                assertThat(type.name()).startsWith(type.domain() + "-" + type.range() + "_");
            }
        }
        for (RelationType type : schema.types(RelationInventory.MNRE)) {
            if (type.property().isPresent()) {
                assertThat(type.name().toUpperCase(java.util.Locale.ROOT))
                        .startsWith("/" + type.domain() + "/" + type.range() + "/");
            }
        }
    }

    @Test
    void aPropertyIsSymmetricAndInvertedTheSameEverywhere() {
        Map<String, RelationType> first = new HashMap<>();
        for (RelationType type : schema.types()) {
            type.property().ifPresent(property -> {
                RelationType other = first.computeIfAbsent(property, p -> type);
                assertThat(type.symmetric()).as(property).isEqualTo(other.symmetric());
                assertThat(type.inverse()).as(property).isEqualTo(other.inverse());
                assertThat(type.symmetric() && type.inverse().isPresent())
                        .as(property)
                        .isFalse();
            });
        }
    }

    @Test
    void theSixSymmetricTypesOfMdocreAreSymmetric() {
        assertThat(schema.types(RelationInventory.MDOCRE))
                .filteredOn(RelationType::symmetric)
                .extracting(RelationType::name)
                .containsExactlyInAnyOrder(
                        "similar_to", "close_to", "industry_peer", "relative_of", "agree_with", "disagree_with");
    }

    @Test
    void findsATypeByNameAndArguments() {
        assertThat(schema.find("located_in", EntityType.ORG, EntityType.LOC).flatMap(RelationType::property))
                .contains("locatedIn");
        assertThat(schema.find("located_in", EntityType.PER, EntityType.LOC)).isEmpty();
        assertThat(schema.find("/per/per/alumi", EntityType.PER, EntityType.PER))
                .isPresent();
        assertThat(schema.find("None", EntityType.PER, EntityType.PER)).isEmpty();
    }

    @Test
    void rejectsADocumentWhoseRelationDoesNotAdmitItsArguments() {
        schema.check(document("PER-ORG_member", EntityType.ORG));
        assertThatThrownBy(() -> schema.check(document("PER-ORG_member", EntityType.LOC)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "relation r of document d has type PER-ORG_member, which the schema does not know between PER"
                                + " and LOC");
        assertThatThrownBy(() -> schema.check(document("made_up", EntityType.ORG)))
                .hasMessageContaining("made_up");
    }

    private static ExtractionDocument document(String type, EntityType object) {
        return new ExtractionDocument(
                "d",
                "sha256:" + "0".repeat(64),
                "en",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "A B",
                List.of(),
                List.of(new Mention("m", EntityType.PER, 0, 1, "A", 1), new Mention("n", object, 2, 3, "B", 1)),
                List.of(
                        new EntityChain("a", EntityType.PER, "A", List.of("m")),
                        new EntityChain("b", object, "B", List.of("n"))),
                List.of(new Relation("r", type, "a", "b", 1, List.of(EvidenceRef.ofMention("m", 1)))),
                List.of(),
                List.of());
    }
}
