package org.newsreel.extraction.region;

import java.util.List;
import java.util.stream.Collectors;
import org.newsreel.ontology.claim.Box;

/** A block of writing as it was read in one frame: one line or several, top to bottom. */
record CaptionReading(List<CaptionLine> lines) {
    CaptionReading {
        lines = List.copyOf(lines);
    }

    String text() {
        return lines.stream().map(CaptionLine::text).collect(Collectors.joining("\n"));
    }

    double confidence() {
        return lines.stream().mapToDouble(CaptionLine::confidence).average().orElse(0);
    }

    /** The smallest box around all lines. */
    Box box() {
        double x = 1;
        double y = 1;
        double right = 0;
        double bottom = 0;
        for (CaptionLine line : lines) {
            x = Math.min(x, line.box().x());
            y = Math.min(y, line.box().y());
            right = Math.max(right, line.box().x() + line.box().width());
            bottom = Math.max(bottom, line.box().y() + line.box().height());
        }
        return new Box(x, y, right - x, bottom - y);
    }
}
