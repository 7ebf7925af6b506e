package org.newsreel.extraction.text;

/**
 * Where one text lies among the words, mentions and chain pairs of several.
 *
 * @param row row of its first word
 * @param words how many words it has
 * @param mention index of its first mention
 * @param mentions how many it has
 * @param pair index of its first chain pair
 * @param pairs how many it has
 */
public record TextPart(int row, int words, int mention, int mentions, int pair, int pairs) {}
