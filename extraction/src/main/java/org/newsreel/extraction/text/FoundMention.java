package org.newsreel.extraction.text;

/** A mention and how sure the network is of it. */
record FoundMention(MentionSpan span, double confidence) {}
