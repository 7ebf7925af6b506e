package org.newsreel.training.ablation;

import java.util.List;
import java.util.stream.Stream;
import org.newsreel.training.made.Tongue;

/** The networks that can be put on the made world. */
final class Trials {
    private Trials() {}

    /** The networks, then what is varied of them. */
    static List<Trial<?>> withSweeps(Tongue tongue) {
        return Stream.concat(all(tongue).stream(), Sweeps.all(tongue).stream()).toList();
    }

    static List<Trial<?>> all(Tongue tongue) {
        return List.of(
                M3dTrials.of(tongue),
                MdocreTrials.of(tongue),
                PostTrials.hmnet(tongue),
                PostTrials.hmnetEntities(tongue),
                DgfPtTrials.of(tongue),
                PostTrials.hvformer(tongue));
    }
}
