package org.newsreel.extraction.pipeline;

/** Nothing in an item could be used. The message is for users and says why. */
public final class ExtractionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ExtractionException(String sentence) {
        super(sentence);
    }
}
