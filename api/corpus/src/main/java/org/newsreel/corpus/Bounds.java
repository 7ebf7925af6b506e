package org.newsreel.corpus;

import java.io.Serializable;
import org.newsreel.kg.identity.IdentityPolicy;
import org.newsreel.kg.merge.PiecewiseMerge;

/** An {@link IdentityPolicy} as it travels to the executors. */
record Bounds(double join, double possible, double margin, int crowded, int common) implements Serializable {
    static Bounds of(IdentityPolicy policy) {
        return new Bounds(policy.merge(), policy.possible(), policy.margin(), policy.crowded(), policy.common());
    }

    IdentityPolicy policy() {
        return new IdentityPolicy(join, possible, margin, crowded, common);
    }

    PiecewiseMerge merge() {
        return new PiecewiseMerge(policy());
    }
}
