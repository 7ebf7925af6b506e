/**
 * The published networks on the made world: each whole, with its text alone, and without the parts that its paper took
 * away, several times each, beside what the paper reports.
 */
package org.newsreel.training.ablation;
