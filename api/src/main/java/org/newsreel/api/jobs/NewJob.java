package org.newsreel.api.jobs;

import java.util.Optional;
import java.util.UUID;

/**
 * An upload whose files lie in the spool.
 *
 * @param id generated; also names its directory
 * @param keyId whose it is
 * @param idempotencyKey the caller's name for the request
 * @param fingerprint SHA-256 over all that was sent, hexadecimal
 * @param files how many
 * @param bytes how many
 */
public record NewJob(
        UUID id, String keyId, Optional<String> idempotencyKey, String fingerprint, int files, long bytes) {}
