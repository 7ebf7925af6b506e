package org.newsreel.api.worker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What the process reports. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkerEvent.Read.class, name = "read"),
    @JsonSubTypes.Type(value = WorkerEvent.Frames.class, name = "frames"),
    @JsonSubTypes.Type(value = WorkerEvent.Extracted.class, name = "extracted"),
    @JsonSubTypes.Type(value = WorkerEvent.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = WorkerEvent.Note.class, name = "note"),
    @JsonSubTypes.Type(value = WorkerEvent.End.class, name = "end"),
})
public sealed interface WorkerEvent {
    /**
     * An item was read; the process waits for a {@link WorkerAnswer}.
     *
     * @param item its id
     * @param version as in its extraction document
     */
    record Read(String item, String version) implements WorkerEvent {}

    /**
     * Frames were looked at.
     *
     * @param count how many since the last such report
     */
    record Frames(long count) implements WorkerEvent {}

    /**
     * An item is extracted.
     *
     * @param document the extraction document
     * @param files where its media lie, by their ids, absolute
     * @param warnings about parts that were left out, one sentence each
     */
    record Extracted(JsonNode document, Map<String, String> files, List<String> warnings) implements WorkerEvent {}

    /**
     * Something could not be read or extracted; the rest goes on.
     *
     * @param item its id, or null when it is not known
     * @param sentence why, without paths of the machine
     */
    record Failed(String item, String sentence) implements WorkerEvent {}

    /**
     * What is worth knowing though nothing is wrong.
     *
     * @param item the item's id
     */
    record Note(String item, String sentence) implements WorkerEvent {}

    /** All that was asked for is done. */
    record End() implements WorkerEvent {}
}
