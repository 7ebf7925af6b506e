/**
 * The records of the extraction document: what an extraction run claims about one news item, and what it rests on.
 *
 * <p>These records are the seam between the modules that read news and the modules that build graphs. They carry plain
 * values only, validate themselves when made (an {@link java.lang.IllegalArgumentException} names the bad value) and
 * are immutable and safe to share between threads.
 *
 * <p>Conventions: text offsets count Unicode code points from 0 and are end-exclusive; boxes are fractions of the
 * picture with the origin at its top left; times are presentation times in seconds.
 */
package org.newsreel.ontology.claim;
