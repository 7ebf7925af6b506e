package org.newsreel.training.metric;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsreel.ontology.claim.Mention;

/**
 * Why mentions are wrong. A wrong mention and an annotated one that overlap are one error, the largest overlap first and
 * equal types before others; what is left is missed or spurious. So the annotated mentions are {@link Kind#RIGHT} with the
 * three confusions and the missed ones, and the found mentions are {@link Kind#RIGHT} with the confusions and the spurious
 * ones.
 */
public final class EntityErrors {
    /** What became of a mention. */
    public enum Kind {
        RIGHT,
        /** Right type, overlapping span. */
        BOUNDARY,
        /** Right span, other type. */
        TYPE,
        BOUNDARY_AND_TYPE,
        MISSED_NAME,
        MISSED_GENERAL,
        SPURIOUS_NAME,
        SPURIOUS_GENERAL
    }

    private record Overlap(int gold, int found, boolean sameType, int length, int start) {}

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

    /** Adds a document. */
    public void add(List<Mention> gold, List<Mention> found) {
        Set<Integer> goldLeft = new HashSet<>();
        Set<Integer> foundLeft = new HashSet<>();
        for (int g = 0; g < gold.size(); g++) {
            goldLeft.add(g);
        }
        for (int f = 0; f < found.size(); f++) {
            foundLeft.add(f);
        }
        List<Overlap> overlaps = overlaps(gold, found);
        // The same span with the same type comes before all else: it is no confusion of a nested mention.
        for (boolean exact : new boolean[] {true, false}) {
            for (Overlap overlap : overlaps) {
                Mention one = gold.get(overlap.gold());
                Mention other = found.get(overlap.found());
                boolean sameSpan = Span.of(one).equals(Span.of(other));
                if ((!exact || sameSpan && overlap.sameType())
                        && goldLeft.contains(overlap.gold())
                        && foundLeft.contains(overlap.found())) {
                    goldLeft.remove(overlap.gold());
                    foundLeft.remove(overlap.found());
                    count(
                            sameSpan
                                    ? overlap.sameType() ? Kind.RIGHT : Kind.TYPE
                                    : overlap.sameType() ? Kind.BOUNDARY : Kind.BOUNDARY_AND_TYPE);
                }
            }
        }
        goldLeft.forEach(g -> count(MentionWords.of(gold.get(g)).name() ? Kind.MISSED_NAME : Kind.MISSED_GENERAL));
        foundLeft.forEach(
                f -> count(MentionWords.of(found.get(f)).name() ? Kind.SPURIOUS_NAME : Kind.SPURIOUS_GENERAL));
    }

    private static List<Overlap> overlaps(List<Mention> gold, List<Mention> found) {
        List<Overlap> overlaps = new ArrayList<>();
        for (int g = 0; g < gold.size(); g++) {
            for (int f = 0; f < found.size(); f++) {
                Mention one = gold.get(g);
                Mention other = found.get(f);
                int length = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
                if (length > 0) {
                    overlaps.add(new Overlap(g, f, one.type() == other.type(), length, one.start()));
                }
            }
        }
        overlaps.sort(Comparator.comparing(Overlap::sameType)
                .thenComparing(Overlap::length)
                .reversed()
                .thenComparing(Overlap::start)
                .thenComparing(Overlap::gold)
                .thenComparing(Overlap::found));
        return overlaps;
    }

    private void count(Kind kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    /** How many there are, kinds that never occurred included. */
    public Map<Kind, Integer> counts() {
        Map<Kind, Integer> all = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            all.put(kind, counts.getOrDefault(kind, 0));
        }
        return all;
    }
}
