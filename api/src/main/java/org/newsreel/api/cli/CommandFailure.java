package org.newsreel.api.cli;

/** Ends a command with one sentence on standard error and an {@link ExitCode}. */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    private CommandFailure(int exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    public static CommandFailure wrongCall(String sentence) {
        return new CommandFailure(ExitCode.WRONG_CALL, sentence, null);
    }

    public static CommandFailure couldNotStart(String sentence, Throwable cause) {
        return new CommandFailure(ExitCode.COULD_NOT_START, sentence, cause);
    }

    public static CommandFailure someFailed(String sentence, Throwable cause) {
        return new CommandFailure(ExitCode.SOME_FAILED, sentence, cause);
    }

    int exitCode() {
        return exitCode;
    }
}
