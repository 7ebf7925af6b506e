package org.newsreel.extraction.source;

import java.util.Iterator;

/** Items one after the other, without holding them all. For one thread. */
public interface ItemSource extends Iterator<SourceEvent>, AutoCloseable {
    @Override
    void close();
}
