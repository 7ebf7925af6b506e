package org.newsreel.extraction.detector;

import java.util.List;

/** Runs a detector's file. Not thread safe; owns native memory. */
interface Engine extends AutoCloseable {
    /**
     * @param input [1, 3, size, size], red first
     * @return the outputs in the order in which the file gives them
     */
    List<Scores> run(float[] input, int size);

    @Override
    void close();
}
