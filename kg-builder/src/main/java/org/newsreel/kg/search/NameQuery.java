package org.newsreel.kg.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Turns words into a query whose score is how well a name fits, in steps, so that a better kind of fit always comes first:
 * the whole name, its first words, its words in any order, its beginning, words of which the last is not finished, and then
 * one and two typing errors a word. Words of the article count least.
 */
final class NameQuery {
    static final float WHOLE = 1.0f;
    private static final float FIRST_WORDS = 0.85f;
    private static final float WORDS = 0.75f;
    private static final float BEGINNING = 0.65f;
    private static final float UNFINISHED = 0.6f;
    private static final float ONE_ERROR = 0.45f;
    private static final float TWO_ERRORS = 0.3f;
    private static final float IN_TEXT = 0.1f;

    /** Shorter words are taken as they are: an error in them makes another word. */
    private static final int ONE_ERROR_FROM = 4;

    private static final int TWO_ERRORS_FROM = 8;

    /** Names are not longer; Lucene refuses more than 1,024 words, and an automaton for typing errors grows with each. */
    private static final int LONGEST = 512;

    private NameQuery() {}

    static Query of(String typed) {
        String text = typed.length() <= LONGEST
                ? typed
                : typed.substring(0, typed.offsetByCodePoints(0, typed.codePointCount(0, LONGEST - 1)));
        if (text.isBlank()) {
            return new ConstantScoreQuery(new MatchAllDocsQuery());
        }
        List<String> words = NameAnalyzer.words(text);
        String whole = NameAnalyzer.whole(text);
        List<Query> steps = new ArrayList<>();
        if (!whole.isEmpty()) {
            steps.add(step(new TermQuery(new Term(Fields.WHOLE, whole)), WHOLE));
            steps.add(step(new PrefixQuery(new Term(Fields.WHOLE, whole + " ")), FIRST_WORDS));
            steps.add(step(new PrefixQuery(new Term(Fields.WHOLE, whole)), BEGINNING));
            if (errors(whole) > 0) {
                steps.add(step(new FuzzyQuery(new Term(Fields.WHOLE, whole), 1, 1), ONE_ERROR));
            }
        }
        if (!words.isEmpty()) {
            steps.add(step(all(words, word -> new TermQuery(new Term(Fields.WORDS, word))), WORDS));
            String last = words.get(words.size() - 1);
            steps.add(step(
                    all(
                            words,
                            word -> word.equals(last)
                                    ? new PrefixQuery(new Term(Fields.WORDS, word))
                                    : new TermQuery(new Term(Fields.WORDS, word))),
                    UNFINISHED));
            steps.add(step(all(words, word -> fuzzy(word, 1)), ONE_ERROR));
            steps.add(step(all(words, word -> fuzzy(word, 2)), TWO_ERRORS));
            steps.add(step(all(words, word -> new TermQuery(new Term(Fields.TEXT, word))), IN_TEXT));
        }
        return new DisjunctionMaxQuery(steps, 0);
    }

    private static Query fuzzy(String word, int most) {
        Term term = new Term(Fields.WORDS, word);
        int errors = Math.min(most, errors(word));
        return errors == 0 ? new TermQuery(term) : new FuzzyQuery(term, errors, 1);
    }

    /** How many typing errors a word may have. Characters of scripts without letters are no typing errors. */
    private static int errors(String word) {
        if (word.codePoints().anyMatch(Character::isIdeographic)) {
            return 0;
        }
        return word.length() >= TWO_ERRORS_FROM ? 2 : word.length() >= ONE_ERROR_FROM ? 1 : 0;
    }

    private static Query all(List<String> words, Function<String, Query> query) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(query.apply(word), Occur.MUST));
        return all.build();
    }

    private static Query step(Query query, float score) {
        return new BoostQuery(new ConstantScoreQuery(query), score);
    }
}
