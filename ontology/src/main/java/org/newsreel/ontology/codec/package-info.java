/** Extraction documents as JSON Lines: one JSON object a line, UTF-8, written and read as a stream. */
package org.newsreel.ontology.codec;
