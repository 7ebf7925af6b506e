/** Corpora, made world, trainer and metrics. */
package org.newsreel.training;
