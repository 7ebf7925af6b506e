package org.newsreel.extraction.caption;

/** Says what a picture shows. May be shared by threads. */
public interface Captioner extends AutoCloseable {
    /** An English phrase without a full stop; an empty text when there is nothing to say. */
    String caption(View view);

    @Override
    default void close() {}
}
