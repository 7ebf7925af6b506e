package org.newsreel.training.corpus;

import java.util.Set;

/** What a corpus' annotators marked, in which label space, and so what their silence means. */
public enum Annotation {
    /** Every mention, names and descriptions alike, every chain and every relation type. */
    M3D("m3d", true, false),
    /**
     * DocRED: names only, their chains, and the relations that Wikidata knows. Those say something in M3D's terms too,
     * where silence is a counter-example only for types that Wikidata states as a rule.
     */
    DOCRED("wikidata", true, false),
    /** GUM: all mentions and their chains; pronouns are left out, as in the other corpora. */
    GUM("gum", true, true),
    /** Names in tweets of 2015. */
    TWITTER2015("twitter2015", false, false),
    /** Names in tweets of 2017. */
    TWITTER2017("twitter2017", false, false),
    /** Names in political articles. */
    CROSSNER("crossner", false, false);

    private static final Set<String> STATED_BY_WIKIDATA = Set.of(
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
            "ORG-ORG_affiliated");

    private final String space;
    private final boolean chains;
    private final boolean nested;

    Annotation(String space, boolean chains, boolean nested) {
        this.space = space;
        this.chains = chains;
        this.nested = nested;
    }

    /** Name of the label space. */
    public String space() {
        return space;
    }

    /** Whether mentions of one entity are marked as such. */
    public boolean chains() {
        return chains;
    }

    /** Whether mentions lie in one another; then the outermost counts, and pronouns do not. */
    boolean nested() {
        return nested;
    }

    /** Whether two chains without a relation of a type of M3D's inventory surely do not have it. */
    boolean complete(String relationType) {
        return this == M3D || STATED_BY_WIKIDATA.contains(relationType);
    }
}
