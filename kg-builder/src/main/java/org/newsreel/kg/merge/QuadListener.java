package org.newsreel.kg.merge;

import org.apache.jena.sparql.core.Quad;

/** Hears of every quad that really changes, inside the transaction that changes it. */
public interface QuadListener {
    /** The quad was not there before. */
    void added(Quad quad);

    /** The quad was there before. */
    void deleted(Quad quad);
}
