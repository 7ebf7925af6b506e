/** One news item's way from words and media to one extraction document. */
package org.newsreel.extraction.pipeline;
