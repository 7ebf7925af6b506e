package org.newsreel.ontology.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityType;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.MediaKind;
import org.newsreel.ontology.claim.Medium;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Region;

class AbsentFieldsTest {
    private static final ExtractionDocument DOCUMENT = new ExtractionDocument(
            "x",
            "sha256:" + "0".repeat(64),
            "en",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "Ada",
            List.of(new Medium(
                    "p0", MediaKind.IMAGE, "p.jpg", "0".repeat(64), 4, 3, Optional.empty(), OptionalDouble.empty())),
            List.of(new Mention("m0", EntityType.PER, 0, 3, "Ada", 0.5)),
            List.of(),
            List.of(),
            List.of(new Region(
                    "g0",
                    EntityType.PER,
                    "p0",
                    0,
                    OptionalDouble.empty(),
                    new Box(0, 0, 1, 1),
                    Optional.empty(),
                    0.5,
                    Optional.empty())),
            List.of());

    @Test
    void whatMayBeAbsentIsNotWrittenAndReadBackAsAbsent() {
        String json = ExtractionJson.write(DOCUMENT);

        assertThat(json).doesNotContain("headline", "frameRate", "\"t\"", "chain\"", "spoken", "null");
        assertThat(ExtractionJson.read(json)).isEqualTo(DOCUMENT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"start\":0,",
                "\"end\":3,",
                "\"confidence\":0.5",
                "\"type\":\"PER\",",
                "\"text\":\"Ada\",",
                "\"id\":\"x\",",
                "\"version\":\"sha256:0000000000000000000000000000000000000000000000000000000000000000\",",
                "\"width\":4,",
                "\"frame\":0,",
                "\"kind\":\"image\","
            })
    void whatMustBeThereIsMissed(String field) {
        String json = ExtractionJson.write(DOCUMENT);
        assertThat(json).contains(field);
        String without =
                json.replaceFirst(java.util.regex.Pattern.quote(field), "").replace(",}", "}");

        assertThatThrownBy(() -> ExtractionJson.read(without)).isInstanceOf(IllegalArgumentException.class);
    }
}
