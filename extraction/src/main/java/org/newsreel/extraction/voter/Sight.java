package org.newsreel.extraction.voter;

import java.util.List;
import java.util.OptionalDouble;
import org.newsreel.ontology.claim.Region;

/**
 * A picture or a frame that was decoded.
 *
 * @param media id of the medium
 * @param frame index of the frame, 0 in a picture
 * @param time of the frame in seconds; absent in a picture
 * @param regions what is known to be seen in it
 */
public record Sight(String media, int frame, OptionalDouble time, List<Region> regions) {
    public Sight {
        regions = List.copyOf(regions);
    }

    /** How surely any of these chains is seen: the sum over them of the surest region's confidence. */
    double shows(String... chains) {
        double sum = 0;
        for (String chain : chains) {
            sum += regions.stream()
                    .filter(r -> r.chain().isPresent() && r.chain().get().equals(chain))
                    .mapToDouble(Region::confidence)
                    .max()
                    .orElse(0);
        }
        return sum;
    }
}
