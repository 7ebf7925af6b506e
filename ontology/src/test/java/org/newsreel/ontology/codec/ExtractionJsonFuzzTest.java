package org.newsreel.ontology.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import org.newsreel.ontology.claim.ExtractionDocument;

/** Lines of extraction documents come from other machines and other tools. */
class ExtractionJsonFuzzTest {
    @FuzzTest
    void readsALineOrSaysWhyNot(FuzzedDataProvider data) {
        ExtractionDocument document;
        try {
            document = ExtractionJson.read(data.consumeRemainingAsString());
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageMatching("(?s).*\\S.*");
            return;
        }
        assertThat(ExtractionJson.read(ExtractionJson.write(document))).isEqualTo(document);
    }
}
