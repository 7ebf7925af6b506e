package org.newsreel.kg.store;

import java.util.List;

/**
 * What a check of a whole store found.
 *
 * @param items how many were checked
 * @param statements how many were checked
 * @param evidence how many pieces were checked
 * @param media how many copies were checked
 * @param problems one sentence for each kind of fault in each item, with its count
 * @param notes what is worth knowing and no fault
 */
public record VerifyReport(
        int items, long statements, long evidence, int media, List<String> problems, List<String> notes) {
    public VerifyReport {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /** Whether nothing is wrong. */
    public boolean isClean() {
        return problems.isEmpty();
    }
}
