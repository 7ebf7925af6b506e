package org.newsreel.corpus;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.newsreel.api.cli.Progress;

/** What became of all items, told to the user as it comes. */
final class Gathering {
    private final Progress progress;
    private final List<ItemOutcome> outcomes = new ArrayList<>();
    private int extracted;
    private int kept;
    private int failures;

    Gathering(Progress progress) {
        this.progress = progress;
    }

    /** Takes a task's outcomes. Called from Spark's threads. */
    synchronized void add(List<ItemOutcome> some) {
        for (ItemOutcome outcome : some) {
            outcomes.add(outcome);
            outcome.notes().forEach(note -> progress.say("note: " + note));
            outcome.failures().forEach(this::fail);
            if (outcome.hasDocument()) {
                extracted += outcome.extracted() ? 1 : 0;
                kept += outcome.extracted() ? 0 : 1;
            }
            progress.step(outcome.id().isEmpty() ? outcome.origin() : outcome.id());
        }
    }

    private void fail(String sentence) {
        failures++;
        progress.say("newsreel: " + sentence);
    }

    /** Items with documents in the order of the input; of two with one id the first. */
    synchronized List<ItemOutcome> distinct() {
        outcomes.sort(Comparator.comparingInt(ItemOutcome::order).thenComparingInt(ItemOutcome::index));
        Map<String, ItemOutcome> first = new HashMap<>();
        List<ItemOutcome> distinct = new ArrayList<>();
        for (ItemOutcome outcome : outcomes) {
            if (!outcome.hasDocument()) {
                continue;
            }
            ItemOutcome before = first.putIfAbsent(outcome.id(), outcome);
            if (before == null) {
                distinct.add(outcome);
            } else {
                fail(outcome.origin() + " has the same id as " + before.origin() + " (\"" + outcome.id()
                        + "\"): give it another in its item.json.");
            }
        }
        return distinct;
    }

    synchronized int failures() {
        return failures;
    }

    synchronized int extracted() {
        return extracted;
    }

    synchronized int kept() {
        return kept;
    }

    synchronized String summary() {
        return extracted + " extracted, " + kept + " kept from earlier runs, " + failures + " failed";
    }
}
