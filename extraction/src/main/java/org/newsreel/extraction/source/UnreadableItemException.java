package org.newsreel.extraction.source;

/** Carries the one sentence that says why an item can't be read to where it becomes an {@link ItemFailed}. */
final class UnreadableItemException extends Exception {
    private static final long serialVersionUID = 1;

    UnreadableItemException(String sentence) {
        super(sentence);
    }
}
