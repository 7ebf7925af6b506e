package org.newsreel.kg.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Words of names in any script: Unicode's word borders, without case, width and accents; Chinese in pairs of characters,
 * because names are what a dictionary's segmentation gets wrong. Thread safe.
 */
final class NameAnalyzer extends Analyzer {
    /** Index time: single characters too, so that one is enough to ask with. */
    static final NameAnalyzer INDEX = new NameAnalyzer(true);

    /** Query time. */
    private static final NameAnalyzer QUERY = new NameAnalyzer(false);

    private static final int MOST_WORDS = 16;

    private final boolean single;

    private NameAnalyzer(boolean single) {
        this.single = single;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        TokenStream folded = new LowerCaseFilter(new CJKWidthFilter(words));
        TokenStream pairs = new CJKBigramFilter(folded, CJKBigramFilter.HAN, single);
        return new TokenStreamComponents(words, new ASCIIFoldingFilter(pairs));
    }

    /** The words to ask with, each once; no more than are worth asking for. */
    static List<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream stream = QUERY.tokenStream("", Normalizer.normalize(text, Normalizer.Form.NFKC))) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken() && words.size() < MOST_WORDS) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(words);
    }

    /** A whole name as one term: without case, accents and marks. */
    static String whole(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return Normalizer.normalize(plain, Normalizer.Form.NFC)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
