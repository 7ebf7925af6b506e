package org.newsreel.api.cli;

import picocli.CommandLine.Option;

/** The options that every command has. */
public final class CommonOptions {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Option(names = "--quiet", description = "No progress on standard error.")
    boolean quiet;

    @Option(names = "--debug", description = "Show stack traces and the libraries' own log.")
    boolean debug;

    /** Whether progress is to be shown. */
    public boolean showsProgress() {
        return !quiet;
    }

    /** Whether users asked for stack traces and the libraries' log. */
    public boolean debugs() {
        return debug;
    }
}
