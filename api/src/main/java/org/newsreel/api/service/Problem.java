package org.newsreel.api.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;

/**
 * A problem detail (RFC 9457): what is wrong with a request, in one sentence that says what to change.
 *
 * @param title the status' own words
 * @param status HTTP status, from 400
 * @param detail the sentence
 */
public record Problem(String title, int status, String detail) {
    /** The media type of problem details. */
    public static final String TYPE = "application/problem+json";

    /** What {@code Retry-After} says wherever the same request may succeed a little later. */
    private static final String RETRY_SECONDS = "5";

    /** Titles that JAX-RS does not know. */
    private static final Map<Integer, String> OTHERS =
            Map.of(422, "Unprocessable Content", 507, "Insufficient Storage");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A problem with the standard title of its status. */
    public static Problem of(int status, String detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return new Problem(
                known == null ? OTHERS.getOrDefault(status, "Error") : known.getReasonPhrase(), status, detail);
    }

    /** A request of more bytes than are taken. */
    public static Problem tooLarge(long most) {
        return of(
                413,
                "The request is larger than " + (most >> 20)
                        + " MB, the most that is taken here: send less at a time.");
    }

    /** A message from inside as a sentence of its own: with a capital letter and a full stop. */
    public static String sentence(String message) {
        String text = message.strip();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }

    /** What a resource throws to answer with this problem. */
    public static WebApplicationException exception(int status, String detail) {
        return new WebApplicationException(detail, of(status, detail).response());
    }

    /** The answer that carries it. */
    public Response response() {
        Response.ResponseBuilder answer = Response.status(status).type(TYPE).entity(json());
        retryAfter().ifPresent(seconds -> answer.header("Retry-After", seconds));
        return answer.build();
    }

    /** When to ask again, in seconds, for the statuses that say so (429 and 503). */
    public Optional<String> retryAfter() {
        return status == 429 || status == 503 ? Optional.of(RETRY_SECONDS) : Optional.empty();
    }

    /** Its JSON form. */
    public String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of plain values has a JSON form", e);
        }
    }
}
