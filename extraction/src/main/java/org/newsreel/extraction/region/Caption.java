package org.newsreel.extraction.region;

import java.util.List;

/**
 * A caption that several neighbouring samples agree on, or one sample and the text.
 *
 * @param reading the reading that most others support
 * @param at index of the sample it was read in
 * @param first index of the first sample that shows it
 * @param last index of the last one
 * @param agreeing how many samples agree, itself included
 */
record Caption(CaptionReading reading, int at, int first, int last, int agreeing) {
    List<CaptionLine> lines() {
        return reading.lines();
    }
}
