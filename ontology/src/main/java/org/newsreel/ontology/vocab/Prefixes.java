package org.newsreel.ontology.vocab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The prefixes that Newsreel writes and understands everywhere. */
public final class Prefixes {
    /** Prefix without colon to namespace, in the order in which files list them. */
    public static final Map<String, String> ALL = all();

    private Prefixes() {}

    private static Map<String, String> all() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("nr", Nr.NS);
        map.put("id", "https://w3id.org/newsreel/id/");
        map.put("rdf", Rdf.NS);
        map.put("rdfs", Rdfs.NS);
        map.put("xsd", "http://www.w3.org/2001/XMLSchema#");
        map.put("owl", "http://www.w3.org/2002/07/owl#");
        map.put("prov", Prov.NS);
        map.put("oa", Oa.NS);
        map.put("gaf", Gaf.NS);
        map.put("schema", Schema.NS);
        map.put("dcterms", DcTerms.NS);
        return Collections.unmodifiableMap(map);
    }
}
