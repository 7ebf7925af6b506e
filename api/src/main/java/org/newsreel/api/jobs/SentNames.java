package org.newsreel.api.jobs;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.claim.Medium;

/**
 * Gives back to files the names that their sender knows them by, in what people read.
 *
 * @param names the sender's by ours
 */
record SentNames(Map<String, String> names) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static SentNames in(Path folder) {
        try {
            return new SentNames(JSON.readValue(
                    Files.readAllBytes(folder.resolve(Jobs.NAMES)), new TypeReference<Map<String, String>>() {}));
        } catch (IOException e) {
            // They only serve people.
            return new SentNames(Map.of());
        }
    }

    String in(String sentence) {
        String told = sentence;
        for (Map.Entry<String, String> name : names.entrySet()) {
            told = told.replace(name.getKey(), name.getValue());
        }
        return told;
    }

    ExtractionDocument in(ExtractionDocument document) {
        return document.withMedia(document.media().stream().map(this::in).toList());
    }

    private Medium in(Medium medium) {
        return medium.named(names.getOrDefault(medium.file(), medium.file()));
    }
}
