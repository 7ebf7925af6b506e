/**
 * The command line: one class a command, started by the {@code newsreel} launcher on a plain class path.
 *
 * <p>Results go to standard output, progress and complaints to standard error. Exit codes are those of {@link
 * org.newsreel.api.cli.ExitCode}.
 */
package org.newsreel.api.cli;
