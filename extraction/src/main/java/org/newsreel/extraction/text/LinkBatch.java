package org.newsreel.extraction.text;

/**
 * Pairs of mentions as the network takes them.
 *
 * @param first index of the earlier mention
 * @param second index of the later mention
 * @param features {@code [size * LinkFeatures.COUNT]}
 */
public record LinkBatch(long[] first, long[] second, float[] features) {
    int size() {
        return first.length;
    }
}
