package org.newsreel.api.worker;

/**
 * Whether an item is wanted.
 *
 * @param extract false when the store has this very version
 */
public record WorkerAnswer(boolean extract) {}
