package org.newsreel.kg.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Annotations come back from a tool and from people's editors. */
class BratFuzzTest {
    private static final String TEXT = "Mira Holm lives in Saltford and works for Lumen Rail.";

    @FuzzTest
    void readsAnnotationsOrNamesTheFile(FuzzedDataProvider data) throws IOException {
        Path file = Files.createTempFile("newsreel-fuzz", ".ann");
        try {
            Files.write(file, data.consumeRemainingAsString().getBytes(StandardCharsets.UTF_8));
            BratReader.read(file, TEXT);
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining(file.getFileName().toString());
        } finally {
            Files.delete(file);
        }
    }
}
