package org.newsreel.extraction.text;

import java.util.Comparator;
import java.util.List;

/** Chooses what to call an entity: its longest name, not a description such as "his wife" when there is a name. */
final class ChainNames {
    /** A longer mention says more about the entity than its name. */
    private static final int LONGEST_NAME = 6;

    private ChainNames() {}

    /** Index of the mention that names the chain best; the earliest of equals. */
    static int best(List<Surface> mentions) {
        int best = 0;
        for (int i = 1; i < mentions.size(); i++) {
            if (ORDER.compare(mentions.get(i), mentions.get(best)) > 0) {
                best = i;
            }
        }
        return best;
    }

    private static final Comparator<Surface> ORDER = Comparator.comparing(Surface::named)
            .thenComparing(s -> s.words().size() <= LONGEST_NAME)
            .thenComparingInt(s -> s.words().size() <= LONGEST_NAME
                    ? s.words().size()
                    : -s.words().size())
            .thenComparingInt(s -> s.words().stream().mapToInt(String::length).sum());
}
