package org.newsreel.extraction.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsreel.ontology.claim.CodePoints;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.EvidenceRef;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Relation;
import org.newsreel.ontology.schema.RelationSchema;
import org.newsreel.ontology.schema.RelationType;

/** What holds of all claims, whatever the text and the network. */
final class WellFormed {
    private WellFormed() {}

    static void check(String text, TextClaims claims) {
        // Offsets inside the text, domain and range are the document's and the schema's own rules.
        RelationSchema.standard()
                .check(new ExtractionDocument(
                        "x",
                        "sha256:" + "0".repeat(64),
                        "en",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        text,
                        List.of(),
                        claims.mentions(),
                        claims.chains(),
                        claims.relations(),
                        List.of(),
                        List.of()));
        mentions(text, claims.mentions());
        Map<String, EntityChain> chains = chains(claims);
        relations(claims.relations(), chains);
    }

    private static void mentions(String text, List<Mention> mentions) {
        CodePoints points = new CodePoints(text);
        int end = 0;
        for (Mention mention : mentions) {
            assertThat(mention.start()).isGreaterThanOrEqualTo(end);
            assertThat(mention.end()).isGreaterThan(mention.start());
            assertThat(mention.text()).isEqualTo(points.slice(mention.start(), mention.end()));
            assertThat(mention.confidence()).isBetween(0.0, 1.0);
            end = mention.end();
        }
        assertThat(end).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
    }

    private static Map<String, EntityChain> chains(TextClaims claims) {
        Map<String, EntityType> types = new HashMap<>();
        claims.mentions().forEach(m -> types.put(m.id(), m.type()));
        Map<String, EntityChain> chains = new HashMap<>();
        Map<String, Integer> uses = new HashMap<>();
        for (EntityChain chain : claims.chains()) {
            assertThat(chains.put(chain.id(), chain)).isNull();
            assertThat(chain.mentions()).isNotEmpty();
            chain.mentions().forEach(m -> uses.merge(m, 1, Integer::sum));
            assertThat(chain.mentions()).allMatch(m -> types.get(m) == chain.type());
        }
        assertThat(uses).containsOnlyKeys(types.keySet());
        assertThat(uses.values()).allMatch(n -> n == 1);
        return chains;
    }

    private static void relations(List<Relation> relations, Map<String, EntityChain> chains) {
        Set<List<String>> told = new HashSet<>();
        for (Relation relation : relations) {
            EntityChain subject = chains.get(relation.subject());
            EntityChain object = chains.get(relation.object());
            assertThat(relation.subject()).isNotEqualTo(relation.object());
            assertThat(relation.confidence()).isBetween(0.0, 1.0);
            RelationType type = RelationSchema.standard()
                    .find(relation.type(), subject.type(), object.type())
                    .orElseThrow();
            assertThat(told.add(List.of(relation.type(), subject.id(), object.id())))
                    .as("%s told once", relation)
                    .isTrue();
            if (type.symmetric() && subject.type() == object.type()) {
                assertThat(told)
                        .as("%s told in one direction", relation)
                        .doesNotContain(List.of(relation.type(), object.id(), subject.id()));
            }
            List<String> own = new ArrayList<>(subject.mentions());
            own.addAll(object.mentions());
            assertThat(own)
                    .containsAll(relation.evidence().stream()
                            .map(e -> e.mention().orElseThrow())
                            .toList());
            assertThat(relation.evidence()).allMatch(e -> e.weight() >= 0 && e.weight() <= 1);
            assertThat(relation.evidence().stream()
                            .mapToDouble(EvidenceRef::weight)
                            .sum())
                    .isCloseTo(1, within(1e-9));
        }
    }
}
