/**
 * The published networks on real corpora: how each reads its corpora, how it is sized for the encoders that there are, how
 * it is trained and measured. A {@link org.newsreel.training.paper.Recipe} says all of that for one network; {@link
 * org.newsreel.training.paper.NetworkRun} trains any of them, {@link org.newsreel.training.paper.Recipes} names them.
 */
package org.newsreel.training.paper;
