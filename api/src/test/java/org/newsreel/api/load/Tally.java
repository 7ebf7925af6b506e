package org.newsreel.api.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** What was asked, how it was answered, and what of it was wrong. Thread safe. */
final class Tally {
    private static final int KEPT = 50;

    private final Map<String, Map<Integer, LongAdder>> statuses = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

    void answered(String kind, int status) {
        statuses.computeIfAbsent(kind, k -> new ConcurrentHashMap<>())
                .computeIfAbsent(status, s -> new LongAdder())
                .increment();
    }

    void wrong(String what) {
        if (wrong.size() < KEPT) {
            wrong.add(what.length() > 500 ? what.substring(0, 500) + "…" : what);
        }
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** How many requests were answered with each status. */
    Map<Integer, Long> byStatus() {
        return statuses.values().stream()
                .flatMap(kinds -> kinds.entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, java.util.TreeMap::new, Collectors.summingLong(e -> e.getValue()
                                .sum())));
    }

    /** One line a kind of request. */
    String table() {
        return new java.util.TreeMap<>(statuses)
                .entrySet().stream()
                        .map(kind -> "| " + kind.getKey() + " | " + new java.util.TreeMap<>(kind.getValue()) + " |")
                        .collect(Collectors.joining("\n"));
    }
}
