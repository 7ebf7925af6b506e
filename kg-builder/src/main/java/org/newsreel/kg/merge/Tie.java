package org.newsreel.kg.merge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Optional;
import org.newsreel.kg.identity.IdentityPolicy;

/**
 * That two entities may be one, as it travels between processes.
 *
 * @param one the lesser IRI
 * @param other the greater IRI
 * @param score in [0, 1]
 * @param reasons what spoke for it and against, sorted
 */
public record Tie(String one, String other, double score, ArrayList<String> reasons) implements Serializable {
    static Tie of(Link link) {
        return new Tie(link.one().getURI(), link.other().getURI(), link.score(), new ArrayList<>(link.reasons()));
    }

    Link link() {
        return new Link(Quads.iri(one), Quads.iri(other), score, reasons, Optional.empty());
    }

    /** Whether the two should be one as far as they alone are concerned. */
    public boolean joins(IdentityPolicy policy) {
        return link().joins(policy.merge());
    }
}
