package org.newsreel.extraction.text;

/** A subject and an object, as indexes of chains. */
public record ChainPair(int subject, int object) {}
