package org.newsreel.extraction.hanlp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsreel.ontology.claim.EntityType;

/** A stretch of the text that names something, by {@code char} indexes. */
record Name(EntityType type, int start, int end) {
    private static final String DIGIT = "[0-9０-９〇零一二三四五六七八九十百千两]";
    /** Dates are written in more ways than the dictionary knows: 2021年3月5日, 二〇二一年, ９月. */
    private static final Pattern DATE = Pattern.compile("(?:" + DIGIT + "{2,4}年(?:" + DIGIT + "{1,3}月(?:份|" + DIGIT
            + "{1,3}[日号])?)?|" + DIGIT + "{1,3}月(?:份|" + DIGIT + "{1,3}[日号]))");

    /** Stands between the parts of a foreign name. */
    private static final String MIDDLE_DOTS = "·•・‧∙";

    /** One character alone is nearly always a mistake or a part of a word. */
    private static final int SHORTEST = 2;

    /** Two characters tagged as an organisation are mostly a verb phrase. */
    private static final int SHORTEST_ORGANISATION = 3;

    /** Words such as "then" and "every day" are times to a grammar, not to a reader who asks when. */
    private static final Pattern TELLS_WHEN = Pattern.compile("[年月日号世纪周]|星期|" + DIGIT + "[点时]");

    /** What a part-of-speech tag says, such as {@code nrf} for a foreign person's name. */
    static Optional<EntityType> typeOf(String nature) {
        if (nature.startsWith("nr")) {
            return Optional.of(EntityType.PER);
        }
        if (nature.startsWith("ns")) {
            return Optional.of(EntityType.LOC);
        }
        if (nature.startsWith("nt")) {
            return Optional.of(EntityType.ORG);
        }
        return nature.equals("t") ? Optional.of(EntityType.TIME) : Optional.empty();
    }

    /**
     * Adds dates, joins the parts of foreign names and of times that stand side by side, and drops what is too short.
     *
     * @return in the order of the text, without overlaps
     */
    static List<Name> join(String text, List<Name> candidates) {
        List<Name> all = new ArrayList<>();
        Matcher dates = DATE.matcher(text);
        while (dates.find()) {
            all.add(new Name(EntityType.TIME, dates.start(), dates.end()));
        }
        all.addAll(candidates);
        all.sort(Comparator.comparingInt(Name::start).thenComparing(Name::end, Comparator.reverseOrder()));
        List<Name> joined = new ArrayList<>();
        for (Name name : all) {
            Name last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && name.start() < last.end()) {
                continue;
            }
            if (last != null && last.continuesWith(name, text)) {
                joined.set(joined.size() - 1, new Name(name.type(), last.start(), name.end()));
            } else {
                joined.add(name);
            }
        }
        joined.removeIf(name -> !name.isPlausible(text.substring(name.start(), name.end())));
        return joined;
    }

    private boolean isPlausible(String words) {
        int length = words.codePointCount(0, words.length());
        return switch (type) {
            case ORG -> length >= SHORTEST_ORGANISATION;
            case TIME -> TELLS_WHEN.matcher(words).find();
            default -> length >= SHORTEST;
        };
    }

    private boolean continuesWith(Name next, String text) {
        if (type != next.type) {
            return false;
        }
        String between = text.substring(end, next.start);
        boolean joinable = type == EntityType.TIME || type == EntityType.PER;
        // The dictionary often knows only the parts of a foreign name: 拉斯 and 普京 of 拉斯普京.
        return joinable && between.isEmpty()
                || type == EntityType.PER && between.length() == 1 && MIDDLE_DOTS.contains(between);
    }

    /** The precision of each type on M3D's Chinese development set: HanLP gives no scores of its own. */
    double confidence() {
        return switch (type) {
            case TIME -> 0.7;
            case ORG -> 0.2;
            default -> 0.6;
        };
    }
}
