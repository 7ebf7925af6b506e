package org.newsreel.extraction.m3d;

import java.util.Optional;
import org.newsreel.extraction.layer.Crf;
import org.newsreel.extraction.layer.Linear;
import org.newsreel.extraction.layer.Weights;

/**
 * The four tasks on hierarchical features.
 *
 * @param emissions eq. 15 before the CRF, {@code [T, n, d]} → {@code [T, n, K]}
 * @param crf eq. 15
 * @param links eq. 16: apart, together
 * @param relations eq. 17: none, then the types
 * @param grounding eq. 18, where pictures are read
 */
record Heads(Linear emissions, Crf crf, PairHead links, PairHead relations, Optional<GroundingHead> grounding) {
    static Heads of(Weights weights, M3dConfig config) {
        int d = config.text().hiddenSize();
        int tags = 1 + 2 * config.entityTypes();
        return new Heads(
                weights.linear("entity", d, tags),
                Crf.of(weights, "crf", tags),
                PairHead.of(weights, "chain", d, 2, config.dropout()),
                PairHead.of(weights, "relation", d, config.relations() + 1, config.dropout()),
                config.parts().pictures()
                        ? Optional.of(GroundingHead.of(weights.in("grounding"), config))
                        : Optional.empty());
    }
}
