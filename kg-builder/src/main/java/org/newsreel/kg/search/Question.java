package org.newsreel.kg.search;

import java.util.Optional;
import org.newsreel.ontology.claim.EntityType;

/**
 * What is looked for.
 *
 * @param words of a name, also only the beginning of one, and also misspelt; when blank, everything matches
 * @param kind only these; all when empty
 * @param type only entities of this type; all when empty
 * @param offset which match to begin with, from 0
 * @param limit the most matches, at least 1
 */
public record Question(String words, Optional<Kind> kind, Optional<EntityType> type, int offset, int limit) {
    /** Longer questions are cut here: nothing has such a name. */
    static final int LONGEST = 200;

    public Question {
        if (offset < 0 || limit < 1 || offset > SearchIndex.DEEPEST - limit) {
            throw new IllegalArgumentException(
                    "no more than the first " + SearchIndex.DEEPEST + " matches can be asked for");
        }
        words = words.strip();
        int end = words.length() > LONGEST
                ? words.offsetByCodePoints(0, Math.min(LONGEST, words.codePointCount(0, words.length())))
                : words.length();
        words = words.substring(0, end);
    }

    /** Entities, of one type or of all. */
    public static Question entities(String words, Optional<EntityType> type, int limit) {
        return new Question(words, Optional.of(Kind.ENTITY), type, 0, limit);
    }
}
