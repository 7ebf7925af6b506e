package org.newsreel.api.items;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import org.newsreel.api.service.Problem;

/** Tells a sender of broken JSON at once, where the job would only tell later. */
final class SoundJson {
    private static final JsonFactory JSON = new JsonFactory();

    private SoundJson() {}

    static void check(Path file) throws IOException {
        try (JsonParser parser = JSON.createParser(file.toFile())) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
                throw Problem.exception(400, "The body must be a news item in ninjs, which is a JSON object.");
            }
            while (parser.nextToken() != null) {
                // To its end, which holds no document in memory.
            }
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw Problem.exception(
                    400,
                    place == null
                            ? "The body nests too deeply, or is larger inside than is read here: make it flatter."
                            : "The body is not valid JSON in UTF-8 at line " + place.getLineNr() + ", column "
                                    + place.getColumnNr() + ": correct it.");
        }
    }
}
