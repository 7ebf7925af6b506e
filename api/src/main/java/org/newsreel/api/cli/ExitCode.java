package org.newsreel.api.cli;

/** What a command's exit code tells scripts. */
public final class ExitCode {
    /** Everything asked for is done. */
    public static final int DONE = 0;
    /** Some inputs failed; the rest are done and the failed ones named. */
    public static final int SOME_FAILED = 1;
    /** The call is wrong: unknown option, missing file, malformed query. */
    public static final int WRONG_CALL = 2;
    /** The command could not start: store in use, models missing, port taken. */
    public static final int COULD_NOT_START = 3;

    private ExitCode() {}
}
