package org.newsreel.extraction.text;

import java.util.Map;

/**
 * A relation between two chains.
 *
 * @param pair subject and object, as indexes of chains
 * @param type index of the type
 * @param confidence in [0, 1]
 * @param weights share of the evidence by mention index; sums to 1
 */
record FoundRelation(ChainPair pair, int type, double confidence, Map<Integer, Double> weights) {}
