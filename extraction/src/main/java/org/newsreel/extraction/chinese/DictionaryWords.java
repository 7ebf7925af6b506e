package org.newsreel.extraction.chinese;

import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Every word of HanLP's dictionaries that a text contains, whether or not a segmenter chose it. */
final class DictionaryWords {
    private static final int LONG_WORD = 4;

    private DictionaryWords() {}

    /** For each character what the words of two and more characters over it are, with its place in them. */
    static List<Set<String>> covering(String text, Cilin cilin) {
        List<Set<String>> covering = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            covering.add(new TreeSet<>());
        }
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            List<Map.Entry<String, CoreDictionary.Attribute>> found =
                    new ArrayList<>(CoreDictionary.trie.commonPrefixSearchWithValue(characters, i));
            found.addAll(CustomDictionary.commonPrefixSearch(characters, i));
            for (Map.Entry<String, CoreDictionary.Attribute> word : found) {
                if (word.getKey().length() > 1) {
                    cover(i, word.getKey(), String.valueOf(word.getValue().nature[0]), cilin, covering);
                }
            }
        }
        return covering;
    }

    private static void cover(int from, String word, String tag, Cilin cilin, List<Set<String>> covering) {
        int last = from + word.length() - 1;
        for (int i = from; i <= last; i++) {
            char place = i == from ? 'B' : i == last ? 'E' : 'M';
            covering.get(i).add(place + tag + Math.min(word.length(), LONG_WORD));
            for (String code : cilin.of(word)) {
                covering.get(i).add(place + code.substring(0, 4));
            }
        }
    }
}
