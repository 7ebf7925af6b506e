package org.newsreel.extraction.dgfpt;

import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.network.Pixels;

/**
 * A sentence with two marked mentions and what is known of its picture.
 *
 * @param pieces GPT-2's pieces of the sentence
 * @param head the head's pieces
 * @param tail the tail's pieces
 * @param headType the head's type when it is annotated, -1 otherwise; only training reads it
 * @param tailType like {@code headType}
 * @param picture the whole picture
 * @param objects regions of the picture, the surest first
 * @param caption GPT-2's pieces of a sentence about the picture; empty without one
 * @param relation gold index; only training reads it
 */
public record DgfPtExample(
        int[] pieces,
        Span head,
        Span tail,
        int headType,
        int tailType,
        Optional<Pixels> picture,
        List<Region> objects,
        int[] caption,
        int relation) {
    public DgfPtExample {
        objects = List.copyOf(objects);
        if (pieces.length == 0) {
            throw new IllegalArgumentException("a sentence has no pieces");
        }
        for (Span span : List.of(head, tail)) {
            if (span.to() > pieces.length) {
                throw new IllegalArgumentException(
                        "a mention ends at piece " + span.to() + " of a sentence of " + pieces.length);
            }
        }
    }

    /** Pieces {@code from} to one before {@code to}. */
    public record Span(int from, int to) {
        public Span {
            if (from < 0 || to <= from) {
                throw new IllegalArgumentException("a mention has the pieces from " + from + " to " + to);
            }
        }
    }

    /**
     * A region of a picture.
     *
     * @param label pieces of what a detector calls it; empty when it says nothing
     * @param pixels the region alone, scaled to the size of pictures
     */
    public record Region(int[] label, Pixels pixels) {}

    /** The same sentence with nothing of its picture, for sweeps over the share of pictures. */
    public DgfPtExample withoutPicture() {
        return new DgfPtExample(
                pieces, head, tail, headType, tailType, Optional.empty(), List.of(), new int[0], relation);
    }
}
