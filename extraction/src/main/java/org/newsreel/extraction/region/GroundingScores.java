package org.newsreel.extraction.region;

import org.newsreel.ontology.claim.Box;
import org.newsreel.ontology.claim.EntityChain;

/**
 * What a network that was trained on pictures and words thinks of who is seen. {@link RegionStep} asks it for people whom
 * no caption names; a score of at least one half that is better than anybody else's by at least 0.2 gives the name, with
 * the score as the confidence, so scores should be calibrated probabilities. Called on the thread that looks.
 */
@FunctionalInterface
public interface GroundingScores {
    /** Knows nothing. */
    GroundingScores NONE = (chain, media, frame, box) -> 0;

    /**
     * How likely a chain of the text is what a box shows.
     *
     * @param chain a person of the text
     * @param media id of the video or picture
     * @param frame index of the frame in decoding order, 0 in a picture
     * @param box the whole person as far as the frame shows it
     * @return a probability, in [0, 1]
     */
    double score(EntityChain chain, String media, int frame, Box box);
}
