package org.newsreel.extraction.region;

import org.apache.commons.text.similarity.LevenshteinDistance;

/** How far apart readings are in which a letter may be wrong. */
final class EditDistance {
    private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

    private EditDistance() {}

    static int between(String a, String b) {
        return EDITS.apply(a, b);
    }

    /** 1 for equal texts, 0 for texts without anything in common. */
    static double similarity(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        return longer == 0 ? 1 : 1 - (double) between(a, b) / longer;
    }
}
