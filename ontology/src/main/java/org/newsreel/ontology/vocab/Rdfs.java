package org.newsreel.ontology.vocab;

/** The terms of RDF Schema that item graphs use. */
public final class Rdfs {
    public static final String NS = "http://www.w3.org/2000/01/rdf-schema#";

    public static final String LABEL = NS + "label";

    public static final String COMMENT = NS + "comment";

    private Rdfs() {}
}
