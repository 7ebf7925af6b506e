package org.newsreel.ontology;

import java.io.InputStream;

/** The Turtle files of the ontology, as streams that the caller closes. */
public final class OntologyFiles {
    private OntologyFiles() {}

    /** The OWL vocabulary, UTF-8 Turtle. */
    public static InputStream vocabulary() {
        return OntologyFiles.class.getResourceAsStream("newsreel.ttl");
    }

    /** The SHACL shapes that every item graph conforms to, UTF-8 Turtle. */
    public static InputStream shapes() {
        return OntologyFiles.class.getResourceAsStream("shapes.ttl");
    }

    /** The JSON-LD 1.1 context of Newsreel's terms, UTF-8 JSON. */
    public static InputStream context() {
        return OntologyFiles.class.getResourceAsStream("context.jsonld");
    }
}
