/** Training loops: batches, losses over them, the optimiser, checkpoints. */
package org.newsreel.training.trainer;
