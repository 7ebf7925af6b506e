package org.newsreel.ontology.codec;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import org.newsreel.ontology.claim.ExtractionDocument;

/** One extraction document as JSON, strictly: no unknown fields, no duplicate keys, no trailing text. Thread safe. */
public final class ExtractionJson {
    /** The longest line that is read, in characters: a 5 MB article with its claims fits many times. */
    static final int LONGEST = 512 * 1024 * 1024;

    private static final JsonMapper MAPPER = mapper();

    private ExtractionJson() {}

    private static JsonMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        // Without this a number where a text belongs would be taken for its digits.
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxStringLength(LONGEST).build());
        return mapper;
    }

    /** The document as one line of JSON without a line end. */
    public static String write(ExtractionDocument document) {
        try {
            return MAPPER.writeValueAsString(document);
        } catch (JacksonException e) {
            throw new IllegalStateException("document " + document.id() + " has no JSON form", e);
        }
    }

    /**
     * The document that a line of JSON holds.
     *
     * @throws IllegalArgumentException with one sentence that says what is wrong with it
     */
    public static ExtractionDocument read(String json) {
        try {
            ExtractionDocument document = MAPPER.readValue(json, ExtractionDocument.class);
            if (document == null) {
                throw new IllegalArgumentException("null is no document");
            }
            return document;
        } catch (JacksonException e) {
            throw new IllegalArgumentException(reason(e), e);
        }
    }

    private static String reason(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown field \"" + unknown.getPropertyName() + "\"";
        }
        if (e instanceof ValueInstantiationException wrong && wrong.getCause() != null) {
            return wrong.getCause().getMessage();
        }
        String message = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
        String reason = message.replaceAll(" \\(set Deserialization[^)]*\\)", "");
        return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? place(mapping) + ": " + reason
                : reason;
    }

    /** Where in the document, such as {@code mentions[0].start}. */
    private static String place(JsonMappingException e) {
        StringBuilder place = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                place.append('[').append(step.getIndex()).append(']');
            } else {
                place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return place.toString();
    }
}
