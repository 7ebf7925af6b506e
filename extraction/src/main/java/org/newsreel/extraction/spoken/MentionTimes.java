package org.newsreel.extraction.spoken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsreel.extraction.media.Cue;
import org.newsreel.ontology.claim.Mention;
import org.newsreel.ontology.claim.Spoken;

/**
 * Gives mentions the times at which they are spoken. In this order: a mention whose words are aligned with what is
 * spoken, or that stands between words that are, a few words and seconds apart; then a name that the subtitles have as
 * often as the text, so that the first is the first and so on. Anything else keeps no time.
 */
public final class MentionTimes {
    /** Words to the next aligned one on either side of a mention that is not aligned itself. */
    private static final int REACH = 12;

    /** Seconds between these two. */
    private static final double LONGEST_GAP = 8;

    /** Seconds in which a name is spoken. */
    private static final double LONGEST_NAME = 10;

    /** Letters of a name that is looked for by itself; characters for names without spaces count twice. */
    private static final int SHORTEST_NAME = 4;

    private final List<Word> text;
    private final List<String> forms;

    private MentionTimes(String text) {
        this.text = Word.of(text);
        this.forms = this.text.stream().map(Word::form).toList();
    }

    /**
     * The mentions in their order, with times where they are known; mentions that have one keep it.
     *
     * @param text the article
     * @param mentions with offsets in code points of {@code text}
     * @param cues subtitles by the id of their video; a video earlier in the map wins over a later one
     */
    public static List<Mention> of(String text, List<Mention> mentions, Map<String, List<Cue>> cues) {
        if (mentions.isEmpty() || cues.isEmpty()) {
            return mentions;
        }
        MentionTimes times = new MentionTimes(text);
        Map<String, Spoken> known = new LinkedHashMap<>();
        for (Map.Entry<String, List<Cue>> video : cues.entrySet()) {
            times.align(mentions, video.getKey(), SpokenWord.of(video.getValue()), known);
        }
        for (Map.Entry<String, List<Cue>> video : cues.entrySet()) {
            times.count(mentions, video.getKey(), SpokenWord.of(video.getValue()), known);
        }
        return mentions.stream()
                .map(mention -> mention.spoken().isEmpty() && known.containsKey(mention.id())
                        ? mention.spokenAt(known.get(mention.id()))
                        : mention)
                .toList();
    }

    private void align(List<Mention> mentions, String video, List<SpokenWord> spoken, Map<String, Spoken> known) {
        int[] partner =
                Alignment.of(forms, spoken.stream().map(SpokenWord::form).toList());
        for (Mention mention : mentions) {
            int first = wordAt(mention.start());
            int last = first;
            while (last < text.size() && text.get(last).start() < mention.end()) {
                last++;
            }
            aligned(partner, spoken, first, last)
                    .or(() -> between(partner, spoken, first, mention.end()))
                    .ifPresent(time -> known.putIfAbsent(mention.id(), new Spoken(video, time[0], time[1])));
        }
    }

    /** The first word that does not end before a code point. */
    private int wordAt(int point) {
        int low = 0;
        int high = text.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (text.get(middle).end() <= point) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Optional<double[]> aligned(int[] partner, List<SpokenWord> spoken, int first, int last) {
        double start = Double.NaN;
        double end = Double.NaN;
        for (int t = first; t < last; t++) {
            if (partner[t] != Alignment.NONE) {
                SpokenWord word = spoken.get(partner[t]);
                start = Double.isNaN(start) ? word.start() : start;
                end = word.end();
            }
        }
        return Double.isNaN(start) || end - start > LONGEST_NAME ? Optional.empty() : time(start, end);
    }

    private Optional<double[]> between(int[] partner, List<SpokenWord> spoken, int first, int end) {
        int before = first - 1;
        while (before >= 0 && first - before <= REACH && partner[before] == Alignment.NONE) {
            before--;
        }
        int after = wordAt(end);
        int limit = after + REACH;
        while (after < partner.length && after < limit && partner[after] == Alignment.NONE) {
            after++;
        }
        boolean bothSides = before >= 0
                && first - before <= REACH
                && after < partner.length
                && after < limit
                && partner[after] != Alignment.NONE;
        if (!bothSides) {
            return Optional.empty();
        }
        double from = spoken.get(partner[before]).end();
        double to = spoken.get(partner[after]).start();
        return to - from > LONGEST_GAP ? Optional.empty() : time(from, Math.max(from, to));
    }

    /** Names that the subtitles have as often as the text. */
    private void count(List<Mention> mentions, String video, List<SpokenWord> spoken, Map<String, Spoken> known) {
        Map<List<String>, List<Mention>> names = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            if (isName(mention.text())) {
                names.computeIfAbsent(
                                Word.of(mention.text()).stream().map(Word::form).toList(), key -> new ArrayList<>())
                        .add(mention);
            }
        }
        names.forEach((name, mentioned) -> {
            if (mentioned.stream().allMatch(mention -> known.containsKey(mention.id()))) {
                return;
            }
            List<double[]> said = said(name, spoken);
            if (said.size() == mentioned.size()) {
                for (int i = 0; i < said.size(); i++) {
                    double[] time = said.get(i);
                    known.putIfAbsent(mentioned.get(i).id(), new Spoken(video, time[0], time[1]));
                }
            }
        });
    }

    private static boolean isName(String text) {
        int first = text.codePointAt(0);
        int length = text.codePointCount(0, text.length());
        boolean ideographic = Character.isIdeographic(first);
        return (ideographic || Character.isUpperCase(first)) && (ideographic ? 2 * length : length) >= SHORTEST_NAME;
    }

    private static List<double[]> said(List<String> name, List<SpokenWord> spoken) {
        List<double[]> times = new ArrayList<>();
        for (int s = 0; !name.isEmpty() && s + name.size() <= spoken.size(); s++) {
            boolean same = true;
            for (int i = 0; same && i < name.size(); i++) {
                same = Word.same(name.get(i), spoken.get(s + i).form());
            }
            if (same) {
                double end = spoken.get(s + name.size() - 1).end();
                time(spoken.get(s).start(), end).ifPresent(times::add);
            }
        }
        return times;
    }

    /** To the millisecond, as subtitles are. */
    private static Optional<double[]> time(double start, double end) {
        return Optional.of(new double[] {Math.round(start * 1000) / 1000.0, Math.round(end * 1000) / 1000.0});
    }
}
