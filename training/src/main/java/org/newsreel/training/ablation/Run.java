package org.newsreel.training.ablation;

/**
 * One trained and measured network.
 *
 * @param network its name
 * @param row what was taken away
 * @param task what was measured
 * @param seed of world, weights and order
 * @param f1 in percent
 * @param seconds that training took
 */
record Run(String network, String row, String task, long seed, double f1, double seconds) {}
