package org.newsreel.extraction.source;

import java.util.List;
import java.util.Map;

/**
 * One line of MNRE (Zheng et al. 2021): a tokenized post, two marked names, which may overlap, and the relation from the
 * first to the second. Token ranges count from 0 and are end-exclusive.
 *
 * @param tokens the post; no token is empty
 * @param headFrom where the first name begins
 * @param headTo where it ends
 * @param tailFrom where the second name begins
 * @param tailTo where it ends
 * @param relation one of MNRE's 23 names, {@link #NONE} included
 * @param pictureId the file name of the picture that the post came with
 */
public record MnreExample(
        List<String> tokens, int headFrom, int headTo, int tailFrom, int tailTo, String relation, String pictureId) {
    /** The label of pairs without a relation. */
    public static final String NONE = "None";

    private static final Map<Class<?>, String> WORDS =
            Map.of(Map.class, "dictionary", List.class, "list", String.class, "string", Integer.class, "whole number");

    /** @throws IllegalArgumentException with what is wrong, in words that fit after "can't be used:" */
    public MnreExample {
        tokens = List.copyOf(tokens);
        check("head", headFrom, headTo, tokens.size());
        check("tail", tailFrom, tailTo, tokens.size());
        if (tokens.contains("")) {
            throw new IllegalArgumentException("it has an empty token");
        }
    }

    private static void check(String name, int from, int to, int tokens) {
        if (from < 0 || to <= from || to > tokens) {
            throw new IllegalArgumentException(
                    "its " + name + " is at the tokens [" + from + ", " + to + ") of " + tokens);
        }
    }

    /**
     * Reads a line of the corpus.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    static MnreExample parse(String line) {
        Map<?, ?> example = typed(PythonLiteral.parse(line), Map.class, "line");
        List<String> tokens = typed(example.get("token"), List.class, "\"token\"").stream()
                .map(token -> typed(token, String.class, "token"))
                .toList();
        int[] head = position(example, "h");
        int[] tail = position(example, "t");
        return new MnreExample(
                tokens,
                head[0],
                head[1],
                tail[0],
                tail[1],
                typed(example.get("relation"), String.class, "\"relation\""),
                typed(example.get("img_id"), String.class, "\"img_id\""));
    }

    private static int[] position(Map<?, ?> example, String name) {
        Map<?, ?> entity = typed(example.get(name), Map.class, "\"" + name + "\"");
        List<?> position = typed(entity.get("pos"), List.class, "\"pos\"");
        if (position.size() != 2) {
            throw new IllegalArgumentException("the \"pos\" of \"" + name + "\" has not two numbers");
        }
        return new int[] {
            typed(position.get(0), Integer.class, "position"), typed(position.get(1), Integer.class, "position")
        };
    }

    private static <T> T typed(Object value, Class<T> type, String name) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    value == null ? "it has no " + name : "its " + name + " is not a " + WORDS.get(type));
        }
        return type.cast(value);
    }
}
