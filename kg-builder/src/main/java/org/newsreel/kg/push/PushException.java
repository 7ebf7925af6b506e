package org.newsreel.kg.push;

/** The other store did not take something. The message is one sentence for users that names the remedy. */
public final class PushException extends RuntimeException {
    PushException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
