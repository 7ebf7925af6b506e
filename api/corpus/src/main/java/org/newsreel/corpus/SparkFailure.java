package org.newsreel.corpus;

/** The cluster can't go on; what is done is kept. The message is one sentence for users. */
final class SparkFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    SparkFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
