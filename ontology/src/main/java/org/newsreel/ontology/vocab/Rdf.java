package org.newsreel.ontology.vocab;

/** The terms of RDF that item graphs use. */
public final class Rdf {
    public static final String NS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    public static final String TYPE = NS + "type";

    public static final String STATEMENT = NS + "Statement";

    public static final String SUBJECT = NS + "subject";

    public static final String PREDICATE = NS + "predicate";

    public static final String OBJECT = NS + "object";

    public static final String VALUE = NS + "value";

    private Rdf() {}
}
