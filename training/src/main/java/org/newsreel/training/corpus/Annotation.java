package org.newsreel.training.corpus;

import java.util.Set;

/** How completely a corpus is annotated, and so what its silence means. */
public enum Annotation {
    /** M3D: every mention, names and descriptions alike, and every relation type. */
    FULL(Set.of()),
    /**
     * Re-DocRED: names only, and the relations that Wikidata knows. What it leaves out is no counter-example for
     * mentions, nor for relation types that Wikidata rarely states.
     */
    NAMES(Set.of(
            "LOC-LOC_contain",
            "ORG-LOC_located",
            "PER-LOC_birth",
            "PER-TIME_birth_time",
            "PER-TIME_death_time",
            "PER-PER_couple",
            "PER-PER_brother_sister",
            "PER-PER_parents",
            "ORG-TIME_establish",
            "LOC-TIME_establish",
            "PER-ORG_member",
            "ORG-ORG_affiliated"));

    private final Set<String> complete;

    Annotation(Set<String> complete) {
        this.complete = complete;
    }

    /** Whether every mention is annotated. */
    public boolean mentionsComplete() {
        return this == FULL;
    }

    /** Whether two chains without a relation of this type surely do not have it. */
    public boolean complete(String relationType) {
        return this == FULL || complete.contains(relationType);
    }
}
