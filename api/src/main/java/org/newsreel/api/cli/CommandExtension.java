package org.newsreel.api.cli;

import java.util.concurrent.Callable;

/**
 * A command that comes with a class path of its own, as {@code corpus} does with Spark's. {@link java.util.ServiceLoader}
 * finds it there, and it takes the place of the command of its name that only stands in the list.
 */
public interface CommandExtension extends Callable<Integer> {}
