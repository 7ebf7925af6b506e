package org.newsreel.extraction.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.newsreel.ontology.claim.Box;

/**
 * Turns what was read frame by frame into captions. One frame's reading is worth nothing, because textures read as
 * letters too; but noise does not read the same twice, so a caption is accepted when at least two neighbouring samples
 * read nearly the same words in the same place. A single reading counts when the text is its second witness.
 */
final class CaptionVote {
    static final int AGREEING = 2;

    /** Readings whose letters agree to this degree say the same. */
    private static final double SAME_WORDS = 0.72;

    /** Samples between two sightings in which the reader may have missed the caption. */
    private static final int GAP = 1;

    private CaptionVote() {}

    private record Read(int sample, CaptionReading reading, String letters) {}

    /** Captions in the lower part of the frame that several samples agree on. */
    static List<Caption> captions(List<Sample> samples) {
        return captions(samples, reading -> false);
    }

    /** All writing, wherever in the frame it stands, also what a single sample reads. */
    static List<Caption> everywhere(List<Sample> samples) {
        return captions(samples, reading -> true, reading -> true);
    }

    /**
     * Captions in the lower part of the frame in the order in which they appear, from samples in the order of time.
     *
     * @param confirmed whether something else vouches for a reading that only one sample gives
     */
    static List<Caption> captions(List<Sample> samples, Predicate<CaptionReading> confirmed) {
        return captions(samples, confirmed, reading -> CaptionPlaces.isLow(reading.box()));
    }

    private static List<Caption> captions(
            List<Sample> samples, Predicate<CaptionReading> confirmed, Predicate<CaptionReading> counts) {
        List<List<Read>> groups = groups(samples, counts);
        List<Caption> captions = new ArrayList<>();
        for (List<Read> group : groups) {
            elect(group, confirmed, captions);
        }
        captions.sort(Comparator.comparingInt(Caption::first)
                .thenComparing(c -> c.reading().box().y()));
        return captions;
    }

    /** Readings of writing anywhere in the frame that stand in several neighbouring samples. */
    static Set<CaptionReading> agreed(List<Sample> samples) {
        return groups(samples, reading -> true).stream()
                .filter(group -> group.size() >= AGREEING)
                .flatMap(group -> group.stream().map(Read::reading))
                .collect(Collectors.toSet());
    }

    /** What successive samples read in one place. */
    private static List<List<Read>> groups(List<Sample> samples, Predicate<CaptionReading> counts) {
        List<List<Read>> groups = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            for (CaptionReading reading : samples.get(i).captions()) {
                Read read = new Read(i, reading, letters(reading.text()));
                boolean han = read.letters().codePoints().anyMatch(Character::isIdeographic);
                if (read.letters().length() < (han ? 2 : 3) || !counts.test(reading)) {
                    continue;
                }
                groups.stream()
                        .filter(group -> continues(group, read))
                        .findFirst()
                        .orElseGet(() -> {
                            List<Read> group = new ArrayList<>();
                            groups.add(group);
                            return group;
                        })
                        .add(read);
            }
        }
        return groups;
    }

    private static boolean continues(List<Read> group, Read read) {
        Read last = group.get(group.size() - 1);
        int since = read.sample() - last.sample();
        return since >= 1
                && since <= GAP + 1
                && samePlace(last.reading().box(), read.reading().box())
                && group.stream().anyMatch(other -> agree(other.letters(), read.letters()));
    }

    private static void elect(List<Read> group, Predicate<CaptionReading> confirmed, List<Caption> captions) {
        Read best = null;
        double bestSupport = -1;
        int bestAgreeing = 0;
        for (Read read : group) {
            double support = 0;
            int agreeing = 0;
            for (Read other : group) {
                support += EditDistance.similarity(read.letters(), other.letters());
                agreeing += agree(read.letters(), other.letters()) ? 1 : 0;
            }
            // A reading cut short by fading in agrees with the whole one; the whole one should win.
            support += 0.02 * read.letters().length() + 0.1 * read.reading().confidence();
            if (support > bestSupport) {
                best = read;
                bestSupport = support;
                bestAgreeing = agreeing;
            }
        }
        if (best != null && (bestAgreeing >= AGREEING || confirmed.test(best.reading()))) {
            captions.add(new Caption(
                    best.reading(),
                    best.sample(),
                    group.get(0).sample(),
                    group.get(group.size() - 1).sample(),
                    bestAgreeing));
        }
    }

    /** Whether two readings are the same words, or one is the other's beginning while the caption fades in or out. */
    private static boolean agree(String a, String b) {
        return EditDistance.similarity(a, b) >= SAME_WORDS
                || Math.min(a.length(), b.length()) >= 5 && (a.startsWith(b) || b.startsWith(a));
    }

    private static boolean samePlace(Box a, Box b) {
        boolean sameStart = Math.abs(a.x() - b.x()) < 0.03 && Math.abs(a.y() - b.y()) < 0.04;
        return sameStart || a.intersectionOverUnion(b) > 0.5;
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
