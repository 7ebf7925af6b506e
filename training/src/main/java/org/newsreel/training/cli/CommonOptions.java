package org.newsreel.training.cli;

import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {
    @Option(names = "--quiet", description = "No progress.")
    boolean quiet;

    @Option(names = "--debug", description = "Show the stack trace of an error.")
    boolean debug;
}
