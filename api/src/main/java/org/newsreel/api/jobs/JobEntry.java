package org.newsreel.api.jobs;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** One line of a job's record: what became of an item, or why something is missing. */
@Embeddable
public class JobEntry {
    private static final int LONGEST = 4000;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, columnDefinition = "varchar(16)")
    Outcome outcome;

    String item;

    String sentence;

    JobEntry() {}

    static JobEntry of(Outcome outcome, String item, String sentence) {
        JobEntry entry = new JobEntry();
        entry.outcome = outcome;
        entry.item = item;
        entry.sentence =
                sentence == null || sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST - 1) + "…";
        return entry;
    }
}
