/** Corpora as the trainer takes them. */
package org.newsreel.training.corpus;
