package org.newsreel.api.cli;

/** Ends a command with one sentence on standard error and an {@link ExitCode}. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CommandFailure(int exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    static CommandFailure wrongCall(String sentence) {
        return new CommandFailure(ExitCode.WRONG_CALL, sentence, null);
    }

    static CommandFailure couldNotStart(String sentence, Throwable cause) {
        return new CommandFailure(ExitCode.COULD_NOT_START, sentence, cause);
    }

    static CommandFailure someFailed(String sentence, Throwable cause) {
        return new CommandFailure(ExitCode.SOME_FAILED, sentence, cause);
    }

    int exitCode() {
        return exitCode;
    }
}
