package org.newsreel.api.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.newsreel.ontology.claim.ExtractionDocument;
import org.newsreel.ontology.codec.ExtractionJson;

/** The lines that carry the messages, in UTF-8, each flushed at once. Writing is for one thread at a time. */
public final class WorkerLines {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Writer out;

    public WorkerLines(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    /** Writes one message. */
    public void write(Object message) throws IOException {
        out.write(JSON.writeValueAsString(message));
        out.write('\n');
        out.flush();
    }

    /** The message that a line carries; empty when it is none, such as a native library's own remark. */
    public static <T> Optional<T> read(String line, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(line, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** A document as part of a message. */
    public static JsonNode json(ExtractionDocument document) {
        try {
            return JSON.readTree(ExtractionJson.write(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was just written is JSON", e);
        }
    }

    /**
     * The document that is part of a message.
     *
     * @throws IllegalArgumentException with one sentence when it is not a valid one
     */
    public static ExtractionDocument document(JsonNode json) {
        return ExtractionJson.read(json.toString());
    }
}
