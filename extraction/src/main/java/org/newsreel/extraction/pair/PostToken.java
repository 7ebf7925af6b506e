package org.newsreel.extraction.pair;

import java.util.regex.Pattern;

/** How posts write: links that say nothing, words run together. */
final class PostToken {
    private static final String LINK_WORD = "http";
    private static final Pattern LINK = Pattern.compile("(?i)(https?:|www\\.|t\\.co/)\\S*");
    private static final Pattern LINK_IN_TEXT = Pattern.compile("(?<!\\S)" + LINK);
    /** Between a small and a capital letter, and before the last of several capitals that a small letter follows. */
    private static final Pattern SEAM = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");

    private static final int LONG = 6;

    private PostToken() {}

    /** The token as the vocabulary can read it. */
    static String plain(String token) {
        if (LINK.matcher(token).matches()) {
            return LINK_WORD;
        }
        // Short ones are names such as McCoy or iPad.
        return token.length() > LONG ? SEAM.matcher(token).replaceAll(" ") : token;
    }

    /** The text with spaces in the place of what follows a link's first letters; all offsets stay. */
    static String withoutLinks(String text) {
        return LINK_IN_TEXT.matcher(text).replaceAll(found -> {
            int points = text.codePointCount(found.start(), found.end());
            return LINK_WORD + " ".repeat(points - LINK_WORD.length());
        });
    }
}
