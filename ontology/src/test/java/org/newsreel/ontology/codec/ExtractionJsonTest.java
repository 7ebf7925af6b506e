package org.newsreel.ontology.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.newsreel.ontology.claim.ExtractionDocument;

class ExtractionJsonTest {
    private static final String VERSION = "sha256:" + "0".repeat(64);

    private static String document(String mention) {
        return "{\"id\": \"a\", \"version\": \"" + VERSION + "\", \"language\": \"en\", \"text\": \"Anna\","
                + " \"media\": [], \"mentions\": [" + mention + "], \"chains\": [], \"relations\": [], \"regions\": [],"
                + " \"models\": []}";
    }

    @Test
    void readsADocumentWithoutTheFieldsThatMayBeAbsent() {
        ExtractionDocument document = ExtractionJson.read(document(""));

        assertThat(document.headline()).isEmpty();
        assertThat(ExtractionJson.read(ExtractionJson.write(document))).isEqualTo(document);
    }

    @Test
    void refusesAMentionWithoutItsNumbers() {
        assertThatThrownBy(() -> ExtractionJson.read(document(
                        "{\"id\": \"m0\", \"type\": \"PER\", \"end\": 4, \"text\": \"Anna\", \"confidence\": 1}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mentions[0].start");
    }
}
