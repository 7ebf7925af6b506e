package org.newsreel.training.made;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every token of a made language, with a number. Immutable and thread safe. */
public final class Vocabulary {
    /** Tokens that no text has, in the order of their numbers. */
    public static final List<String> SPECIAL =
            List.of("[PAD]", "[CLS]", "[SEP]", "[MASK]", "[UNK]", "<s>", "</s>", "<o>", "</o>");

    /** Words that captions and labels of regions are made of, and those of the prefixes. */
    private static final List<String> LABELS =
            List.of("person", "flag", "landscape", "consider", "predict", "relation", ",", ".", "nothing");

    public static final int PAD = 0;
    public static final int CLS = 1;
    public static final int SEP = 2;
    public static final int MASK = 3;
    public static final int UNKNOWN = 4;
    public static final int HEAD = 5;
    public static final int HEAD_END = 6;
    public static final int TAIL = 7;
    public static final int TAIL_END = 8;

    private final Map<String, Integer> numbers = new HashMap<>();

    /** The vocabulary of a language. */
    public Vocabulary(Tongue tongue) {
        for (List<String> tokens : List.of(SPECIAL, LABELS, tongue.tokens())) {
            tokens.forEach(token -> numbers.putIfAbsent(token, numbers.size()));
        }
    }

    /** How many tokens there are. */
    public int size() {
        return numbers.size();
    }

    /** The number of a token, {@link #UNKNOWN} for one that the language does not have. */
    public int number(String token) {
        return numbers.getOrDefault(token, UNKNOWN);
    }

    /** The numbers of tokens. */
    public long[] numbers(List<String> tokens) {
        return tokens.stream().mapToLong(this::number).toArray();
    }
}
