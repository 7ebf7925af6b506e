package org.newsreel.ontology.vocab;

/** The terms of W3C PROV-O that item graphs use. */
public final class Prov {
    public static final String NS = "http://www.w3.org/ns/prov#";

    public static final String ENTITY = NS + "Entity";

    public static final String ACTIVITY = NS + "Activity";

    public static final String WAS_GENERATED_BY = NS + "wasGeneratedBy";

    public static final String WAS_DERIVED_FROM = NS + "wasDerivedFrom";

    public static final String SPECIALIZATION_OF = NS + "specializationOf";

    public static final String GENERATED_AT_TIME = NS + "generatedAtTime";

    public static final String WAS_ATTRIBUTED_TO = NS + "wasAttributedTo";

    public static final String WAS_INFLUENCED_BY = NS + "wasInfluencedBy";

    private Prov() {}
}
