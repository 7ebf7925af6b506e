package org.newsreel.training.cli;

/** Ends a command with one sentence on standard error and an exit code of the contract. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Some inputs failed. */
    static final int SOME_FAILED = 1;

    /** The call is wrong. */
    static final int WRONG_CALL = 2;

    /** The command could not start. */
    static final int COULD_NOT_START = 3;

    private final int exitCode;

    CommandFailure(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    CommandFailure(int exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
