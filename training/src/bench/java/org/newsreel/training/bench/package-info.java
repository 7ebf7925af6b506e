/**
 * Side-by-side measurements with programs that don't ship, under the Maven profile {@code bench}; see
 * {@link org.newsreel.training.bench.SideBySideTest} for the command.
 */
package org.newsreel.training.bench;
