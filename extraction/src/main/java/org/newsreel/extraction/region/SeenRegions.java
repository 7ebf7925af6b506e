package org.newsreel.extraction.region;

import java.util.List;
import org.newsreel.ontology.claim.EntityChain;
import org.newsreel.ontology.claim.ModelUse;
import org.newsreel.ontology.claim.Region;

/**
 * What the pictures of one item show.
 *
 * @param regions faces and captions, ids g0, g1, … in the order of media, time and place from left to right
 * @param chains the chains that were given, unchanged and first, then one for each person who is seen but not written of
 * @param models what found them
 * @param warnings one sentence for each medium that broke off or was damaged and counts as far as it could be read
 */
public record SeenRegions(
        List<Region> regions, List<EntityChain> chains, List<ModelUse> models, List<String> warnings) {
    public SeenRegions {
        regions = List.copyOf(regions);
        chains = List.copyOf(chains);
        models = List.copyOf(models);
        warnings = List.copyOf(warnings);
    }
}
