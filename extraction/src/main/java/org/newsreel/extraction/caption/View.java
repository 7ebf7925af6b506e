package org.newsreel.extraction.caption;

import java.util.List;
import java.util.Optional;
import org.newsreel.extraction.network.Pixels;
import org.newsreel.ontology.claim.Region;

/**
 * A picture as captioners see it.
 *
 * @param pixels the picture, scaled and normalised as the captioning network wants it; absent when nobody decoded it
 * @param regions what was found in it; may be empty
 */
public record View(Optional<Pixels> pixels, List<Region> regions) {
    public View {
        regions = List.copyOf(regions);
    }
}
