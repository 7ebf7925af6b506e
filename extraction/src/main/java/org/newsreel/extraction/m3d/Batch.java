package org.newsreel.extraction.m3d;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Examples in the order in which they are computed: first those with both modalities, then those with words only, then
 * those with frames only.
 */
final class Batch {
    private final List<M3dExample> sorted = new ArrayList<>();
    private final int[] place;
    private final int both;
    private final int wordsOnly;

    Batch(List<M3dExample> examples, boolean pictures) {
        if (examples.isEmpty()) {
            throw new IllegalArgumentException("a batch has no examples");
        }
        int[] kind = new int[examples.size()];
        for (int i = 0; i < kind.length; i++) {
            M3dExample example = examples.get(i);
            boolean seen = pictures && example.hasPictures();
            if (!example.hasText() && !seen) {
                throw new IllegalArgumentException(
                        "document " + example.id() + " has no words, and this network reads no pictures");
            }
            kind[i] = example.hasText() ? seen ? 0 : 1 : 2;
        }
        List<Integer> order = IntStream.range(0, kind.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> kind[i]))
                .toList();
        place = new int[kind.length];
        int count = 0;
        int words = 0;
        for (int i = 0; i < kind.length; i++) {
            sorted.add(examples.get(order.get(i)));
            place[order.get(i)] = i;
            count += kind[i] == 0 ? 1 : 0;
            words += kind[i] == 1 ? 1 : 0;
        }
        both = count;
        wordsOnly = words;
    }

    int both() {
        return both;
    }

    /** Those with words: the first {@code both} with frames too. */
    List<M3dExample> texts() {
        return sorted.subList(0, both + wordsOnly);
    }

    /** Those with frames: the first {@code both} with words too. */
    List<M3dExample> films() {
        List<M3dExample> films = new ArrayList<>(sorted.subList(0, both));
        films.addAll(sorted.subList(both + wordsOnly, sorted.size()));
        return films;
    }

    int size() {
        return place.length;
    }

    /** Where a given example is among {@link #texts()}, or -1. */
    int text(int given) {
        return place[given] < both + wordsOnly ? place[given] : -1;
    }

    /** Where a given example is among {@link #films()}, or -1. */
    int film(int given) {
        int at = place[given];
        return at < both ? at : at < both + wordsOnly ? -1 : at - wordsOnly;
    }
}
