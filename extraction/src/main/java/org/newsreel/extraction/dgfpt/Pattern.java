package org.newsreel.extraction.dgfpt;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * The words of "Consider ⟨one, other⟩, predict relation." as pieces of GPT-2's vocabulary, around what a prefix is about.
 *
 * @param before pieces before the first
 * @param between pieces between the two
 * @param after pieces after the second
 */
public record Pattern(List<Integer> before, List<Integer> between, List<Integer> after) {
    public Pattern {
        before = List.copyOf(before);
        between = List.copyOf(between);
        after = List.copyOf(after);
    }

    /** The paper's words, cut by the tokenizer of the encoder's checkpoint. */
    public static Pattern of(Function<String, int[]> tokenizer) {
        return new Pattern(
                pieces(tokenizer.apply("Consider")),
                pieces(tokenizer.apply(",")),
                pieces(tokenizer.apply(", predict relation.")));
    }

    private static List<Integer> pieces(int[] ids) {
        return Arrays.stream(ids).boxed().toList();
    }

    int size() {
        return before.size() + between.size() + after.size();
    }
}
