package org.newsreel.extraction.chinese;

import com.hankcs.hanlp.dictionary.other.CharTable;
import java.util.List;
import org.newsreel.extraction.text.MentionSpan;

/** A text with one character a code point, and the words that HanLP divides it into. Immutable. */
public final class ChineseText {
    /** Stands for a code point that needs two characters, and for half of such a pair. */
    private static final char WIDE = '\u3013';

    private static final char BEFORE = '\u0002';
    private static final char AFTER = '\u0003';
    private static final String SENTENCE_ENDS = "。！？!?\n；;";

    private final String text;
    private final List<Segmentation> layers;
    private final Cilin cilin;
    private final CharacterFeatures characters;
    private final int[] sentences;

    ChineseText(String normal, List<Segmentation> layers, Cilin cilin, CharacterFeatures characters) {
        this.text = normal;
        this.layers = List.copyOf(layers);
        this.cilin = cilin;
        this.characters = characters;
        this.sentences = new int[normal.length()];
        int sentence = 0;
        for (int i = 0; i < sentences.length; i++) {
            sentences[i] = sentence;
            if (endsSentence(normal.charAt(i))) {
                sentence++;
            }
        }
    }

    static boolean endsSentence(int character) {
        return SENTENCE_ENDS.indexOf(character) >= 0;
    }

    /** One character a code point: simplified, half-width and lower-case as HanLP's dictionaries are. */
    static String normal(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            char c = point > Character.MAX_VALUE ? WIDE : CharTable.convert((char) point);
            out.append(Character.isSurrogate(c) ? WIDE : c);
        });
        return out.toString();
    }

    /** How many characters it has, which is the number of code points. */
    public int length() {
        return text.length();
    }

    /** The features of every character. -> [length][] */
    public int[][] characterFeatures() {
        return characters.of(this);
    }

    /** Looks at mentions of this text, which ascend. */
    public ChineseMentions mentions(List<MentionSpan> spans) {
        return new ChineseMentions(this, spans);
    }

    String text() {
        return text;
    }

    Cilin cilin() {
        return cilin;
    }

    /** Number of the sentence that a character is in. */
    int sentence(int i) {
        return sentences[i];
    }

    /** A character; a neutral one before the first and after the last. */
    char at(int i) {
        return i < 0 ? BEFORE : i >= text.length() ? AFTER : text.charAt(i);
    }

    /** Words with names. */
    Segmentation words() {
        return layers.get(0);
    }

    Segmentation layer(int k) {
        return layers.get(k);
    }

    int layers() {
        return layers.size();
    }
}
