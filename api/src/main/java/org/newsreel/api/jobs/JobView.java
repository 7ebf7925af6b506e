package org.newsreel.api.jobs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A job as callers see it.
 *
 * @param id names it
 * @param state where it stands
 * @param created when it came in
 * @param started when it was begun, the last time
 * @param finished when it ended
 * @param files how many files came in
 * @param bytes how many bytes they have
 * @param crashes how often the extraction process died under it
 * @param counts what became of its items so far
 * @param stages how far each stage is
 * @param items the items that are in the store through it, or were before
 * @param errors what failed, one sentence each
 * @param notes what is worth knowing though nothing is wrong
 */
@Schema(name = "Job")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record JobView(
        String id,
        JobState state,
        Instant created,
        Optional<Instant> started,
        Optional<Instant> finished,
        int files,
        long bytes,
        int crashes,
        Counts counts,
        List<Stage> stages,
        List<Item> items,
        List<Message> errors,
        List<Message> notes) {

    /** How many items were stored, were there already, and failed. */
    @Schema(name = "JobCounts")
    public record Counts(long stored, long unchanged, long failed) {}

    /**
     * One stage.
     *
     * @param name {@code read}, {@code extract} or {@code store}
     * @param done items that are through it
     * @param total items there are, once all are read
     * @param frames frames that were looked at, for {@code extract}
     */
    @Schema(name = "JobStage")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Stage(String name, int done, Optional<Integer> total, Optional<Long> frames) {}

    /** An item and what became of it. */
    @Schema(name = "JobItem")
    public record Item(String id, Outcome outcome) {}

    /** A sentence, and the item it is about where that is known. */
    @Schema(name = "JobMessage")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Message(Optional<String> item, String sentence) {}

    static JobView of(Job job) {
        Optional<Integer> total = job.allRead ? Optional.of(job.itemsRead) : Optional.empty();
        int stored = (int) job.count(Outcome.STORED, Outcome.UNCHANGED);
        return new JobView(
                job.id.toString(),
                job.state,
                job.created,
                Optional.ofNullable(job.started),
                Optional.ofNullable(job.finished),
                job.files,
                job.bytes,
                job.crashes,
                new Counts(
                        job.count(Outcome.STORED),
                        job.count(Outcome.UNCHANGED),
                        job.count(Outcome.FAILED, Outcome.GIVEN_UP)),
                List.of(
                        new Stage("read", job.itemsRead, total, Optional.empty()),
                        new Stage("extract", job.itemsExtracted, total, Optional.of(job.frames)),
                        new Stage("store", stored, total, Optional.empty())),
                job.entries.stream()
                        .filter(e -> e.outcome == Outcome.STORED || e.outcome == Outcome.UNCHANGED)
                        .map(e -> new Item(e.item, e.outcome))
                        .toList(),
                messages(job, Outcome.FAILED, Outcome.GIVEN_UP, Outcome.WARNING),
                messages(job, Outcome.NOTE));
    }

    private static List<Message> messages(Job job, Outcome... outcomes) {
        return job.entries.stream()
                .filter(e -> List.of(outcomes).contains(e.outcome))
                .map(e -> new Message(Optional.ofNullable(e.item), e.sentence))
                .toList();
    }
}
