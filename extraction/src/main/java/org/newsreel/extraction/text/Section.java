package org.newsreel.extraction.text;

import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.encoder.Words;

/**
 * The words {@code [from, to)} of a text that are read together. A text of usual length is one section; a longer one is
 * cut between sentences, which bounds memory and the number of pairs.
 */
record Section(int from, int to) {
    /** Most words in a section: a long news article. The context of chain pairs costs time with its cube. */
    static final int LONGEST = 1536;

    static List<Section> of(Words text) {
        List<Section> sections = new ArrayList<>();
        for (int from = 0; from < text.count(); ) {
            int to = Math.min(text.count(), from + LONGEST);
            if (to < text.count()) {
                int cut = to;
                while (cut > from + LONGEST / 2 && text.sentence(cut) == text.sentence(cut - 1)) {
                    cut--;
                }
                to = cut > from + LONGEST / 2 ? cut : to;
            }
            sections.add(new Section(from, to));
            from = to;
        }
        return sections;
    }
}
