package org.newsreel.extraction.media;

/** A video or picture can't be read. The message is one sentence for a user, with the file and what to do about it. */
public final class MediaException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public MediaException(String sentence) {
        super(sentence);
    }

    public MediaException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
