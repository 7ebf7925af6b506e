package org.newsreel.corpus;

import java.io.Serializable;
import java.util.List;

/**
 * What became of an item, or of a part of the input that gave none.
 *
 * @param order of its unit
 * @param index of the item among those of its place
 * @param id the item's id, or where the trouble was
 * @param origin where the item was found, for people
 * @param checkpoint where its document is; empty when there is none
 * @param extracted whether this run extracted it; false when an earlier one had, or when it failed
 * @param notes what is worth knowing
 * @param failures what went wrong, one sentence each; beside a checkpoint, parts of the item that were left out
 */
record ItemOutcome(
        int order,
        int index,
        String id,
        String origin,
        String checkpoint,
        boolean extracted,
        List<String> notes,
        List<String> failures)
        implements Serializable {
    static ItemOutcome failed(WorkUnit unit, int index, String id, String sentence) {
        return new ItemOutcome(unit.order(), index, id, unit.path(), "", false, List.of(), List.of(sentence));
    }

    boolean hasDocument() {
        return !checkpoint.isEmpty();
    }
}
