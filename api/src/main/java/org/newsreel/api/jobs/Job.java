package org.newsreel.api.jobs;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** One upload on its way into the graph, as the database has it. */
@Entity
@Table(name = "job")
public class Job {
    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, columnDefinition = "varchar(16)")
    JobState state;

    /** Whose it is: the id of the API key. */
    @Column(name = "key_id")
    String keyId;

    /** The caller's own name for the request, so that sending it again makes no second job. */
    @Column(name = "idempotency_key")
    String idempotencyKey;

    /** SHA-256 over all that was sent. */
    String fingerprint;

    int files;

    long bytes;

    Instant created;

    Instant started;

    Instant finished;

    /** How often the extraction process died under it, in all. */
    int crashes;

    /** The item that was being extracted when it last died; empty when it was still reading. */
    String suspect;

    /** How often it died of this item in a row. */
    @Column(name = "suspect_crashes")
    int suspectCrashes;

    @Column(name = "items_read")
    int itemsRead;

    /** Whether the number read is the number there are. */
    @Column(name = "all_read")
    boolean allRead;

    @Column(name = "items_extracted")
    int itemsExtracted;

    /** Frames of videos and pictures that were looked at. */
    long frames;

    @ElementCollection
    @CollectionTable(name = "job_entry", joinColumns = @JoinColumn(name = "job_id"))
    @OrderColumn(name = "position")
    List<JobEntry> entries = new ArrayList<>();

    @Version
    int version;

    void add(Outcome outcome, String item, String sentence) {
        entries.add(JobEntry.of(outcome, item, sentence));
    }

    long count(Outcome... outcomes) {
        return entries.stream()
                .filter(entry -> List.of(outcomes).contains(entry.outcome))
                .count();
    }

    /** Notes that the extraction process died of an item, and returns how often it has now. */
    int died(String item) {
        crashes++;
        suspectCrashes = item.equals(suspect) ? suspectCrashes + 1 : 1;
        suspect = item;
        return suspectCrashes;
    }

    /** As before its first run, but for what is safely stored and what it died of. */
    void beginAnew() {
        itemsRead = 0;
        allRead = false;
        itemsExtracted = 0;
        frames = 0;
        finished = null;
        entries.removeIf(entry -> entry.outcome != Outcome.STORED && entry.outcome != Outcome.GIVEN_UP);
    }

    void end(JobState how, Instant when) {
        state = how;
        finished = when;
    }
}
