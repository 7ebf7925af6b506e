package org.newsreel.extraction.region;

import org.newsreel.ontology.claim.Box;

/**
 * One line of writing in a frame.
 *
 * @param confidence the reader's own, in [0, 1]
 */
record CaptionLine(String text, Box box, double confidence) {}
