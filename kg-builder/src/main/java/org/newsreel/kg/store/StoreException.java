package org.newsreel.kg.store;

/** A store can't be used, or can't be used any further. The message is one sentence for users that names the remedy. */
public final class StoreException extends RuntimeException {
    public StoreException(String sentence) {
        super(sentence);
    }

    public StoreException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
