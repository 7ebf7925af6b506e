package org.newsreel.ontology.vocab;

/** The Grounded Annotation Framework: entities and where they are spoken of. */
public final class Gaf {
    public static final String NS = "http://groundedannotationframework.org/gaf#";

    public static final String DENOTED_BY = NS + "denotedBy";

    private Gaf() {}
}
