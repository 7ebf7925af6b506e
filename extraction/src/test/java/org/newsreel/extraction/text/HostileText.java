package org.newsreel.extraction.text;

import java.util.Random;

/** Seeded texts of everything that breaks tokenizers: emoji, halves of pairs, controls, scripts, very long words. */
public final class HostileText {
    private static final String[] PARTS = {
        "Anna Smith",
        "the mayor",
        " ",
        "  ",
        "\n",
        "\t",
        "\u0000",
        "\uD83D\uDE00",
        "\uD83D",
        "\uDE00",
        "北京",
        "\u200b",
        "e\u0301",
        "ﬁ",
        "İ",
        "…",
        "\u202e",
        "[SEP]",
        "[CLS]",
        "O'Toole",
        "1940",
        "St.",
        "NATO",
        "'s",
        "\uFFFD",
        "\ufeff",
        "a".repeat(150),
        "-",
        "\"",
        "was born in",
        "Oslo",
        "his wife",
        "University of X",
        "𝒳𝒴",
        "नमस्ते",
        "مرحبا",
        "."
    };

    private HostileText() {}

    /** The text of a seed. */
    public static String of(long seed, int parts) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            text.append(PARTS[random.nextInt(PARTS.length)]);
            if (random.nextBoolean()) {
                text.append(' ');
            }
        }
        return text.toString();
    }
}
