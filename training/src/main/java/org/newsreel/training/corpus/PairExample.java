package org.newsreel.training.corpus;

import org.newsreel.extraction.pair.PairInput;

/**
 * A pair to train on or to measure with.
 *
 * @param input as the network reads it
 * @param relation index of the right relation type
 * @param headType index of the head's entity type; -1 for unknown
 * @param tailType index of the tail's entity type; -1 for unknown
 */
public record PairExample(PairInput input, int relation, int headType, int tailType) {}
