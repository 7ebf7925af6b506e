package org.newsreel.kg.store;

import java.util.List;

/**
 * What became of a batch, each item in the batch's order. Everything in {@code added} and {@code replaced} is on disk.
 *
 * @param added ids of items that are new
 * @param replaced ids of items whose old version gave way
 * @param skipped ids of items that were there in this very version
 * @param failed items that were left out
 */
public record BatchReport(List<String> added, List<String> replaced, List<String> skipped, List<Failure> failed) {
    public BatchReport {
        added = List.copyOf(added);
        replaced = List.copyOf(replaced);
        skipped = List.copyOf(skipped);
        failed = List.copyOf(failed);
    }

    /**
     * An item that was left out.
     *
     * @param item its id
     * @param sentence what is wrong with it
     */
    public record Failure(String item, String sentence) {}
}
