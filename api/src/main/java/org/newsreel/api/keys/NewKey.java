package org.newsreel.api.keys;

/**
 * A key that was just made.
 *
 * @param secret what callers send; kept nowhere, so this is the only time to read it
 * @param stored what is kept of it
 */
public record NewKey(String secret, StoredKey stored) {}
