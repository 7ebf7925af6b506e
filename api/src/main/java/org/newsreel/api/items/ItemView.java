package org.newsreel.api.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One item with everything that was found in it.
 *
 * @param iri of the item
 * @param graph IRI of the named graph of this version
 * @param version {@code sha256:} and the hash over everything in the item that counts
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ItemView(
        String id,
        String iri,
        String graph,
        Optional<String> version,
        Optional<String> headline,
        String language,
        Optional<String> published,
        Optional<String> source,
        Optional<String> url,
        String text,
        List<Media> media,
        List<Entity> entities,
        List<Mention> mentions,
        List<Region> regions,
        List<Statement> statements,
        List<Activity> activities) {

    /**
     * A video or picture.
     *
     * @param kind {@code video} or {@code image}
     * @param url where its bytes are, relative to the service's root
     * @param duration in seconds
     * @param subtitles where its subtitles are as a WebVTT file, relative to the service's root
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Media(
            String iri,
            String kind,
            String sha256,
            String name,
            String url,
            int width,
            int height,
            Optional<String> frameRate,
            OptionalDouble duration,
            Optional<String> subtitles) {}

    /**
     * An entity of the item.
     *
     * @param id its IRI
     * @param type {@code PER}, {@code LOC}, {@code ORG}, {@code TIME} or {@code MISC}
     * @param typeLabel the type's English label
     * @param mentions how often it is written of
     * @param regions how often it is seen
     */
    public record Entity(String id, String name, String type, String typeLabel, int mentions, int regions) {}

    /**
     * A stretch of the text.
     *
     * @param id IRI of the evidence node
     * @param entity IRI of the entity that it refers to
     * @param spoken where a video says it, when known
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Mention(String id, int start, int end, String exact, String entity, Optional<Spoken> spoken) {}

    /**
     * A stretch of a video in which words are said.
     *
     * @param media SHA-256 of the video
     * @param start seconds from the start of the video
     * @param end seconds from the start of the video
     */
    public record Spoken(String media, double start, double end) {}

    /**
     * A box in a frame.
     *
     * @param id IRI of the evidence node
     * @param media SHA-256 of the video or picture
     * @param type what kind of entity is seen, when no entity is known
     * @param caption what is written in the box
     * @param entity IRI of the entity that is seen
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Region(
            String id,
            String media,
            OptionalInt frame,
            OptionalDouble t,
            double x,
            double y,
            double width,
            double height,
            Optional<String> type,
            Optional<String> caption,
            Optional<String> entity) {}

    /**
     * A statement with what it rests on.
     *
     * @param id IRI of the statement node
     * @param kind {@code relation}, {@code type}, {@code name} or, of a fact whose object is a literal, {@code value}
     * @param activity IRI of the activity that made it
     * @param attentionMaps where in frames networks looked, of those that can tell
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Statement(
            String id,
            String kind,
            Term subject,
            Term predicate,
            Term object,
            double confidence,
            Optional<String> activity,
            List<Evidence> evidence,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<AttentionMap> attentionMaps) {}

    /**
     * Where in a frame a network looked: the whole frame in equal cells.
     *
     * @param id IRI of the map's node
     * @param network name of the network
     * @param media SHA-256 of the video or picture
     * @param rows of cells, from the top
     * @param columns of cells, from the left
     * @param cells base64 of one byte a cell, row by row: 255 for the cell that counted most
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record AttentionMap(
            String id,
            String network,
            String media,
            OptionalInt frame,
            OptionalDouble t,
            int rows,
            int columns,
            String cells) {}

    /**
     * A part of a triple.
     *
     * @param iri absent for a literal
     * @param label what people read; the lexical form of a literal
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Term(Optional<String> iri, String label, Optional<String> lang, Optional<String> datatype) {}

    /**
     * One thing that a statement rests on: a quote of the text ({@code kind} is {@code text}) or a box in a frame
     * ({@code frame}).
     *
     * @param weight its share of the statement's evidence, in [0, 1]
     * @param entity IRI of the entity that the evidence denotes
     * @param spoken where a video says the words, when known
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Evidence(
            String id,
            String kind,
            double weight,
            OptionalInt start,
            OptionalInt end,
            Optional<String> exact,
            Optional<String> media,
            OptionalInt frame,
            OptionalDouble t,
            OptionalDouble x,
            OptionalDouble y,
            OptionalDouble width,
            OptionalDouble height,
            Optional<String> caption,
            Optional<String> entity,
            Optional<Spoken> spoken) {}

    /** A run of one module. */
    public record Activity(String iri, List<Model> models) {}

    /**
     * A model that a run used.
     *
     * @param threshold the score from which its claims were taken
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Model(String role, String name, String sha256, Optional<String> device, OptionalDouble threshold) {}
}
