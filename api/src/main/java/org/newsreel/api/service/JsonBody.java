package org.newsreel.api.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;

/** JSON bodies of requests, taken strictly: a misspelt field is told rather than passed over. */
public final class JsonBody {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonBody() {}

    /** The body as a record; a problem with status 400 when it is none. */
    public static <T> T read(String body, Class<T> type, String example) {
        try {
            T read = body == null ? null : JSON.readValue(body, type);
            if (read != null) {
                return read;
            }
        } catch (UnrecognizedPropertyException e) {
            throw Problem.exception(
                    400, "There is no field \"" + e.getPropertyName() + "\" here: send JSON such as " + example + ".");
        } catch (JsonProcessingException e) {
            // Said below.
        }
        throw Problem.exception(400, "The body can't be understood: send JSON such as " + example + ".");
    }
}
