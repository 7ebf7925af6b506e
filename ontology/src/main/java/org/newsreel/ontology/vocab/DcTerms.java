package org.newsreel.ontology.vocab;

/** The Dublin Core terms that selectors use. */
public final class DcTerms {
    public static final String NS = "http://purl.org/dc/terms/";

    public static final String CONFORMS_TO = NS + "conformsTo";

    private DcTerms() {}
}
