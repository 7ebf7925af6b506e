package org.newsreel.kg.provenance;

import java.util.Optional;
import java.util.OptionalDouble;

/** One thing that a statement rests on. */
public sealed interface Evidence permits Evidence.OfText, Evidence.OfFrame {
    /** IRI of the evidence node. */
    String iri();

    /** Its share of the statement, in [0, 1]. */
    double weight();

    /**
     * A stretch of the article.
     *
     * @param iri of the evidence node
     * @param weight share of the statement
     * @param source IRI of the article text
     * @param start first code point of the quote
     * @param end one past its last code point
     * @param quote the words themselves
     * @param prefix up to 32 code points before
     * @param suffix up to 32 code points after
     * @param said where a video says these words, when known
     */
    record OfText(
            String iri,
            double weight,
            String source,
            int start,
            int end,
            String quote,
            String prefix,
            String suffix,
            Optional<Said> said)
            implements Evidence {}

    /**
     * A stretch of a video.
     *
     * @param sha256 of the video
     * @param file its path within the item
     * @param from seconds from its start
     * @param until seconds from its start
     */
    record Said(String sha256, String file, double from, double until) {}

    /**
     * A box in a frame of a video or in a picture.
     *
     * @param iri of the evidence node
     * @param weight share of the statement
     * @param sha256 of the video or picture
     * @param file its path within the item
     * @param frame index in decoding order, from 0
     * @param time presentation time in seconds; empty for a picture
     * @param x left edge in pixels
     * @param y top edge in pixels
     * @param width in pixels
     * @param height in pixels
     * @param fragment W3C Media Fragment, such as {@code t=6.98,7.02&xywh=13,11,448,346}
     * @param text what is written in the box, for captions
     */
    record OfFrame(
            String iri,
            double weight,
            String sha256,
            String file,
            int frame,
            OptionalDouble time,
            int x,
            int y,
            int width,
            int height,
            String fragment,
            Optional<String> text)
            implements Evidence {}
}
