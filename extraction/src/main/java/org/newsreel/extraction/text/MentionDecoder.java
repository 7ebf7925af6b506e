package org.newsreel.extraction.text;

import java.util.ArrayList;
import java.util.List;
import org.newsreel.extraction.layer.CrfScores;

/** Turns emission scores into mentions. */
final class MentionDecoder {
    private final TagSet tags;
    private final CrfScores crf;

    MentionDecoder(TagSet tags, CrfScores crf) {
        this.tags = tags;
        this.crf = crf;
    }

    /**
     * The mentions of the best tag sequence. A mention's confidence is the least probability of its words' tags.
     *
     * @param emissions scores of every tag for every word
     * @param firstWord the word that the first row stands for
     */
    List<FoundMention> decode(float[][] emissions, int firstWord) {
        int[] best = crf.best(emissions);
        double[][] probability = crf.marginals(emissions);
        List<FoundMention> found = new ArrayList<>();
        for (MentionSpan span : tags.decode(best)) {
            double least = 1;
            for (int w = span.from(); w < span.to(); w++) {
                least = Math.min(least, probability[w][best[w]]);
            }
            found.add(new FoundMention(
                    new MentionSpan(span.type(), firstWord + span.from(), firstWord + span.to()),
                    Math.max(0, Math.min(1, least))));
        }
        return found;
    }
}
