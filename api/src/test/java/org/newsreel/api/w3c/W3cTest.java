package org.newsreel.api.w3c;

import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.rdf.model.StmtIterator;

/**
 * One entry of a manifest.
 *
 * @param suite directory of the manifest below the suites' root
 * @param node the entry
 * @param type the local name of its type
 */
record W3cTest(String suite, Resource node, String type) {
    static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
    static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
    static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";

    /** Suite and local name, which is what the list of exceptions names. */
    String id() {
        String uri = node.getURI();
        return suite + "#" + uri.substring(uri.lastIndexOf('#') + 1);
    }

    Resource action() {
        return object(node, MF + "action").asResource();
    }

    /** The one object of a property, or null. */
    static RDFNode object(Resource subject, String property) {
        Statement statement = subject.getProperty(subject.getModel().createProperty(property));
        return statement == null ? null : statement.getObject();
    }

    static StmtIterator all(Resource subject, String property) {
        return subject.listProperties(subject.getModel().createProperty(property));
    }
}
